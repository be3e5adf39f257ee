namespace Autogen.Schema.Comparison;

/// <summary>The kinds of difference that do not matter: the one table. Whatever is not in it is significant.</summary>
internal static class CosmeticDifferences
{
    /// <summary>See dotnet/efcore#27084.</summary>
    public static CosmeticDifference LeftOverDefault { get; } = new(
        "left-over default",
        "left-over defaults",
        "the model gives no default, and this one is what EF Core's migrations leave behind when they add a required column",
        IsActedOnWhenStrict: true);

    /// <summary>The name of a key or another constraint.</summary>
    public static CosmeticDifference ConstraintName { get; } = new(
        "constraint name", "constraint names", "only the constraint's name differs, and no revision gave it", IsActedOnWhenStrict: true);

    /// <summary>The name of an index.</summary>
    public static CosmeticDifference IndexName { get; } = new(
        "index name", "index names", "only the index's name differs, and no revision gave it", IsActedOnWhenStrict: true);

    /// <summary>RESTRICT against NO ACTION.</summary>
    public static CosmeticDifference ReferentialAction { get; } = new(
        "referential action",
        "referential actions",
        "RESTRICT and NO ACTION both refuse the change; they differ only in a constraint that is deferred",
        IsActedOnWhenStrict: true);

    /// <summary>The order of an enumerated type's labels.</summary>
    public static CosmeticDifference LabelOrder { get; } = new(
        "order of labels",
        "orders of labels",
        "the labels are the same, and their order matters only to a query that sorts by them; EF Core never changes it",
        IsActedOnWhenStrict: true);

    /// <summary>SQLite's AUTOINCREMENT.</summary>
    public static CosmeticDifference Autoincrement { get; } = new(
        "AUTOINCREMENT",
        "AUTOINCREMENTs",
        "an INTEGER PRIMARY KEY numbers its rows with or without it; it only keeps the number of a deleted last row from being used again",
        IsActedOnWhenStrict: true);

    /// <summary>The first value of a sequence.</summary>
    public static CosmeticDifference SequenceStart { get; } = new(
        "start of a sequence",
        "starts of sequences",
        "the start is used once, when the sequence is made; to set it again would repeat the numbers of existing rows",
        IsActedOnWhenStrict: false);

    /// <summary>What EF Core's model has no word for.</summary>
    public static CosmeticDifference NotExpressible { get; } = new(
        "setting that the model can't express",
        "settings that the model can't express",
        "EF Core's model has no word for it, so the model's silence is not a wish",
        IsActedOnWhenStrict: true);

    /// <summary>A table's or an index's storage parameters.</summary>
    public static CosmeticDifference StorageParameter { get; } = new(
        "storage parameter",
        "storage parameters",
        "the model does not name it, and it only tunes how rows are stored",
        IsActedOnWhenStrict: true);

    /// <summary>PostgreSQL's NOT VALID.</summary>
    public static CosmeticDifference NotValidated { get; } = new(
        "constraint that is not validated",
        "constraints that are not validated",
        "the constraint holds for every row that is written; only rows from before it were not checked",
        IsActedOnWhenStrict: true);

    /// <summary>The declared type and nullability of SQLite's generated columns.</summary>
    public static CosmeticDifference GeneratedDeclaration { get; } = new(
        "declaration of a generated column",
        "declarations of generated columns",
        "EF Core declares neither a type nor NOT NULL for a generated column of this database: the expression decides",
        IsActedOnWhenStrict: false);

    /// <summary>A comment where the database has none.</summary>
    public static CosmeticDifference UnsupportedComment { get; } = new(
        "comment that the database can't hold",
        "comments that the database can't hold",
        "the database has no comments",
        IsActedOnWhenStrict: false);

    /// <summary>The locale, provider or determinism of a collation.</summary>
    public static CosmeticDifference CollationDefinition { get; } = new(
        "definition of a collation",
        "definitions of collations",
        "no statement alters a collation: rename it, create the new one, and give columns and indexes that one, in a revision of your own",
        IsActedOnWhenStrict: false);

    /// <summary>The type in which a serial counts.</summary>
    public static CosmeticDifference SequenceType { get; } = new(
        "type of a serial's sequence",
        "types of serials' sequences",
        "the sequence counts in another type than its column, whose type decides which numbers fit; ALTER SEQUENCE … AS changes it",
        IsActedOnWhenStrict: false);

    /// <summary>The comparison has no answer.</summary>
    public static CosmeticDifference CannotTell { get; } = new(
        "can't tell", "that can't be told", "whether they differ can't be told", IsActedOnWhenStrict: false);

    /// <summary>Every kind, in the order in which they are listed.</summary>
    public static IReadOnlyList<CosmeticDifference> All { get; } =
    [
        LeftOverDefault, ConstraintName, IndexName, ReferentialAction, LabelOrder, Autoincrement, SequenceStart, NotExpressible,
        StorageParameter,
        NotValidated, GeneratedDeclaration, UnsupportedComment, CollationDefinition, SequenceType, CannotTell,
    ];

    /// <summary>The kind of that name.</summary>
    /// <exception cref="ArgumentException">Unknown kind.</exception>
    public static CosmeticDifference Named(string kind)
        => All.FirstOrDefault(difference => string.Equals(difference.Kind, kind, StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no cosmetic difference '{kind}'.", nameof(kind));
}
