using Autogen.Schema;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Drivers;

/// <summary>The drivers of the databases in <see cref="AllDialects"/>: the one list.</summary>
internal static class AllDrivers
{
    private static readonly List<DatabaseDriver> all =
    [
        new PostgreSql.PostgreSqlDriver(),
        new Sqlite.SqliteDriver(),
    ];

    /// <summary>Every driver.</summary>
    public static IReadOnlyList<DatabaseDriver> All => all;

    /// <summary>The driver of a context's database.</summary>
    /// <exception cref="AutogenException">The provider is not supported (<see cref="ErrorCode.ProviderNotSupported"/>).</exception>
    public static DatabaseDriver Of(DbContext context) => Of(AllDialects.ForProvider(context.Database.ProviderName));

    /// <summary>The driver of a dialect.</summary>
    public static DatabaseDriver Of(Dialect dialect)
        => all.Find(driver => string.Equals(driver.Dialect.ProviderName, dialect.ProviderName, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{dialect.Name} has no driver.");

    /// <summary>Adds a driver and its dialect to what is supported. Not safe beside readers: call it before anything else.</summary>
    public static void Add(DatabaseDriver driver)
    {
        AllDialects.Add(driver.Dialect);
        all.Add(driver);
    }
}
