namespace Autogen.Schema.Dialects;

/// <summary>The databases that the tool knows: the one list.</summary>
public static class AllDialects
{
    private static readonly List<Dialect> all =
    [
        new PostgreSql.PostgreSqlDialect(),
        new Sqlite.SqliteDialect(),
    ];

    /// <summary>Every dialect.</summary>
    public static IReadOnlyList<Dialect> All => all;

    /// <summary>Adds a dialect to what is supported. Not safe beside readers: call it before anything else.</summary>
    internal static void Add(Dialect dialect) => all.Add(dialect);

    /// <summary>The dialect of an EF Core provider.</summary>
    /// <param name="providerName"><c>DatabaseFacade.ProviderName</c>.</param>
    /// <exception cref="AutogenException">The provider is not supported (<see cref="ErrorCode.ProviderNotSupported"/>).</exception>
    public static Dialect ForProvider(string? providerName)
        => All.FirstOrDefault(dialect => string.Equals(dialect.ProviderName, providerName, StringComparison.Ordinal))
            ?? throw new AutogenException(
                ErrorCode.ProviderNotSupported,
                $"The EF Core provider '{providerName ?? "(none)"}' is not supported. "
                    + $"Supported are {string.Join(" and ", All.Select(dialect => dialect.ProviderName))}.");
}
