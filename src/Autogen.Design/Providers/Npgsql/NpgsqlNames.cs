namespace Autogen.Design.Providers.Npgsql;

/// <summary>The names of Npgsql's annotations.</summary>
internal static class NpgsqlNames
{
    // First: the others are added to it.
    private static readonly AnnotationNames all = new();

    public static string ValueGenerationStrategy { get; } = all.Name("Npgsql:ValueGenerationStrategy");

    public static string KeySequence { get; } = all.Name("Npgsql:HiLoSequenceName");

    public static string KeySequenceSchema { get; } = all.Name("Npgsql:HiLoSequenceSchema");

    public static string IdentityOptions { get; } = all.Name("Npgsql:IdentitySequenceOptions");

    public static string TextSearchConfiguration { get; } = all.Name("Npgsql:TsVectorConfig");

    public static string TextSearchProperties { get; } = all.Name("Npgsql:TsVectorProperties");

    public static string Unlogged { get; } = all.Name("Npgsql:UnloggedTable");

    public static string StorageParameter { get; } = all.Prefix("Npgsql:StorageParameter:");

    public static string IndexMethod { get; } = all.Name("Npgsql:IndexMethod");

    public static string IndexOperators { get; } = all.Name("Npgsql:IndexOperators");

    public static string IndexNullSortOrder { get; } = all.Name("Npgsql:IndexNullSortOrder");

    /// <summary>What <c>HasSortOrder</c> wrote before EF Core had <c>IsDescending</c>; copied model code still has it.</summary>
    public static string IndexSortOrder { get; } = all.Name("Npgsql:IndexSortOrder");

    public static string IndexInclude { get; } = all.Name("Npgsql:IndexInclude");

    public static string NullsDistinct { get; } = all.Name("Npgsql:NullsDistinct");

    public static string CreatedConcurrently { get; } = all.Name("Npgsql:CreatedConcurrently");

    public static string EnumType { get; } = all.Prefix("Npgsql:Enum:");

    public static string Extension { get; } = all.Prefix("Npgsql:PostgresExtension:");

    public static string Collation { get; } = all.Prefix("Npgsql:CollationDefinition:");

    public static string RangeType { get; } = all.Prefix("Npgsql:Range:");

    // What they say is also in properties of EF Core's own.
    static NpgsqlNames()
    {
        all.Name("Npgsql:DefaultColumnCollation");
    }

    /// <summary>Whether a name is one of them.</summary>
    public static bool Has(string name) => all.Has(name);
}
