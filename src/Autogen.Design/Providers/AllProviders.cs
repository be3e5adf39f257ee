using Autogen.Drivers;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Providers;

/// <summary>The annotations of EF Core's providers for the databases in <see cref="AllDialects"/>: the one list.</summary>
internal static class AllProviders
{
    private static readonly NoAnnotations none = new();

    private static readonly List<ProviderAnnotations> all =
    [
        new Npgsql.NpgsqlAnnotations(),
        new Sqlite.SqliteAnnotations(),
    ];

    /// <summary>The annotations of a dialect's provider; a provider that is not known has none.</summary>
    public static ProviderAnnotations Of(Dialect dialect)
        => all.Find(provider => string.Equals(provider.ProviderName, dialect.ProviderName, StringComparison.Ordinal)) ?? none;

    /// <summary>Whether a provider's room reads or writes annotations of that name.</summary>
    public static bool Know(string annotation) => all.Exists(provider => provider.Knows(annotation));

    /// <summary>
    /// Whether an annotation is another provider's: a model that serves several databases has those of all, whichever it is read for.
    /// </summary>
    public static bool IsOfAnother(string annotation, ProviderAnnotations provider)
        => all.Exists(other => !string.Equals(other.Prefix, provider.Prefix, StringComparison.Ordinal)
            && annotation.StartsWith(other.Prefix, StringComparison.Ordinal));

    /// <summary>The enumerated types that annotations of an operation say, by any provider.</summary>
    public static IEnumerable<EnumType> EnumTypes(IEnumerable<IAnnotation> annotations)
        => all.SelectMany(provider => provider.Read<EnumType>(annotations, AllDialects.ForProvider(provider.ProviderName)));

    /// <summary>
    /// Adds a provider, its driver and the driver's dialect to what is supported. Not safe beside readers: call it before anything else.
    /// </summary>
    public static void Add(ProviderAnnotations provider, DatabaseDriver driver)
    {
        AllDrivers.Add(driver);
        all.Add(provider);
    }
}
