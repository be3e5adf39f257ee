using Autogen.Schema.Dialects;
using Autogen.Statements.PostgreSql;

namespace Autogen.Statements;

/// <summary>The statement generators of databases that need one of their own: one line a database.</summary>
internal static class StatementGenerators
{
    private static readonly Dictionary<string, Func<Dialect, StatementGenerator>> own = new(StringComparer.Ordinal)
    {
        [PostgreSqlStatements.Provider] = dialect => new PostgreSqlStatements(dialect),
    };

    /// <summary>The generator for a database.</summary>
    public static StatementGenerator For(Dialect dialect)
        => own.TryGetValue(dialect.ProviderName, out var create) ? create(dialect) : new StatementGenerator(dialect);
}
