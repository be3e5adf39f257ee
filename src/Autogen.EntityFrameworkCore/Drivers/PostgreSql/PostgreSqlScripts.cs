using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Conditions are those of PL/pgSQL, in DO.</summary>
internal sealed class PostgreSqlScripts(Dialect dialect) : ScriptRules
{
    /// <inheritdoc/>
    public override ScriptConditions Conditions { get; } = new DoBlocks(dialect);

    /// <inheritdoc/>
    public override string RunCommand => "psql -v ON_ERROR_STOP=1 -f FILE";

    /// <summary>Whoever wants a table after a statement that waits for it waits behind it.</summary>
    public override IReadOnlyList<string> TransactionLimits(UpgradeOptions options)
    {
        var limits = new List<string>();
        if (options.LockAttempt > TimeSpan.Zero)
            limits.Add(Limit("lock_timeout", options.LockAttempt));
        if (options.StatementTimeout is { } timeout)
            limits.Add(Limit("statement_timeout", timeout));
        return limits;
    }

    private static string Limit(string setting, TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"SET LOCAL {setting} = '{UpgradeSession.Milliseconds(time)}ms'");

    /// <summary>IF NOT EXISTS needs the right to create schemas, even where there is nothing to create.</summary>
    public override string? CreateSchemaSql(string schema)
    {
        var quoted = dialect.Quote(schema);
        var body = $"BEGIN\n    IF pg_catalog.to_regnamespace({dialect.StringLiteral(quoted)}) IS NULL THEN\n"
            + $"        CREATE SCHEMA {quoted};\n    END IF;\nEND";
        return $"DO {DollarQuoted($"\n{body}\n", "autogen")}";
    }

    // https://www.postgresql.org/docs/current/sql-syntax-lexical.html#SQL-SYNTAX-DOLLAR-QUOTING
    private static string DollarQuoted(string text, string name)
    {
        var tag = $"${name}$";
        for (var number = 1; text.Contains(tag, StringComparison.Ordinal); number++)
            tag = string.Create(CultureInfo.InvariantCulture, $"${name}{number}$");
        return tag + text + tag;
    }

    private sealed class DoBlocks(Dialect dialect) : ScriptConditions
    {
        /// <inheritdoc/>
        public override string Block(
            string condition, IEnumerable<(string Condition, string Message)> guards, IEnumerable<string> statements)
        {
            var body = new StringBuilder();
            body.Append(CultureInfo.InvariantCulture, $"BEGIN\n    IF {condition} THEN\n");
            foreach (var (unmet, message) in guards)
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"        IF {unmet} THEN\n            RAISE EXCEPTION USING MESSAGE = {dialect.StringLiteral(message)};\n"
                        + $"        END IF;\n");
            foreach (var sql in statements)
                body.Append(CultureInfo.InvariantCulture, $"        EXECUTE {DollarQuoted(sql, "sql")};\n");
            body.Append("    END IF;\nEND");
            return $"DO {DollarQuoted("\n" + body + "\n", "autogen")}";
        }
    }
}
