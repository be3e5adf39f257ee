using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Conditions are those of PL/pgSQL, in DO.</summary>
internal sealed class PostgreSqlScripts(Dialect dialect) : ScriptRules
{
    /// <inheritdoc/>
    public override ScriptConditions Conditions { get; } = new DoBlocks(dialect);

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
