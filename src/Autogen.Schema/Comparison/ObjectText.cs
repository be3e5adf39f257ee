using System.Globalization;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>How objects and their values are written for people. Not SQL: nothing here is run.</summary>
internal static class ObjectText
{
    private const int MostOfValue = 200;

    /// <summary>The name of a kind: <c>foreign key</c>.</summary>
    public static string Kind(ObjectKind kind) => Kinds.NounOf(kind);

    /// <summary>
    /// An object's own name, without its table's; of a row its key; <see langword="null"/> for a constraint without a name.
    /// </summary>
    public static string? Name(object item) => item switch
    {
        Column column => column.Name,
        PrimaryKey key => key.Name,
        UniqueConstraint unique => unique.Name,
        CheckConstraint check => check.Name,
        SeedRow row => Show(row.Key),
        TableIndex index => index.Name,
        ForeignKey key => key.Name,
        _ => Kinds.OfItem(item)?.NameOf(item).ToString()
            ?? throw new ArgumentException($"{item.GetType()} is no object of a schema.", nameof(item)),
    };

    /// <summary>
    /// An object by kind, name and place: <c>index 'ix_orders_customer_id' on 'orders'</c>; a constraint
    /// without a name with what it is about.
    /// </summary>
    public static string Reference(ObjectKind kind, ObjectName? table, object item) => (kind, Name(item)) switch
    {
        (ObjectKind.Column, var name) => $"column '{table}.{name}'",
        (ObjectKind.SeedRow, var name) => $"seed row ({name}) of '{table}'",
        (_, null) => $"{Kind(kind)} on '{table}'{ObjectContent.Subject(item)}",
        (_, var name) => table is null || kind == ObjectKind.Table ? $"{Kind(kind)} '{name}'" : $"{Kind(kind)} '{name}' on '{table}'",
    };

    /// <summary>An object with what it guarantees: <c>unique index 'ux' on 'orders' ('email') where active</c>.</summary>
    public static string Describe(ObjectKind kind, ObjectName? table, object item)
        => Unique(item)
            + Reference(kind, table, item)
            + (Name(item) is null ? "" : ObjectContent.Subject(item))
            + ObjectContent.Guarantees(item);

    /// <summary>What precedes the kind of an index that refuses equal keys; empty for other objects.</summary>
    public static string Unique(object item) => item is TableIndex { IsUnique: true } ? "unique " : "";

    /// <summary>Names in quotes, separated by commas.</summary>
    public static string Quoted(EquatableList<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    /// <summary>What computes a column; <see langword="null"/> for none.</summary>
    public static string? Show(GeneratedColumn? generated)
        => generated is null ? null : $"{generated.Expression.Text} {(generated.IsStored ? "stored" : "virtual")}";

    /// <summary>How rows are numbered; <see langword="null"/> for not at all.</summary>
    public static string? Show(Identity? identity)
    {
        if (identity is null)
            return null;

        var kind = identity.Kind switch
        {
            IdentityKind.ByDefault => "identity by default",
            IdentityKind.Always => "identity always",
            IdentityKind.Serial => "serial",
            _ => "autoincrement",
        };
        return identity.Options == SequenceOptions.Default ? kind : $"{kind} ({Show(identity.Options)})";
    }

    /// <summary>The options of a sequence that are not the default.</summary>
    public static string Show(SequenceOptions options)
    {
        var parts = new List<string>();
        Note(options.Start is not null, ShowStart(options));
        Note(options.Increment != 1, string.Create(CultureInfo.InvariantCulture, $"increment {options.Increment}"));
        Note(options.Minimum is not null, string.Create(CultureInfo.InvariantCulture, $"minimum {options.Minimum}"));
        Note(options.Maximum is not null, string.Create(CultureInfo.InvariantCulture, $"maximum {options.Maximum}"));
        Note(options.IsCyclic, "cycle");
        Note(options.Cache != 1, string.Create(CultureInfo.InvariantCulture, $"cache {options.Cache}"));
        return parts.Count == 0 ? "default options" : string.Join(", ", parts);

        void Note(bool isGiven, string text)
        {
            if (isGiven)
                parts.Add(text);
        }
    }

    /// <summary>The first value of a sequence.</summary>
    public static string ShowStart(SequenceOptions? options)
        => options?.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $"start {start}") : "default start";

    /// <summary>Storage parameters; <see langword="null"/> for none.</summary>
    public static string? Show(EquatableList<StorageParameter> parameters)
        => parameters.Count == 0 ? null : string.Join(", ", parameters.Select(parameter => $"{parameter.Name} = {parameter.Value}"));

    /// <summary>The parts of an index.</summary>
    public static string Show(EquatableList<IndexPart> parts) => string.Join(", ", parts.Select(Show));

    /// <summary>The values of a row; of a long one the beginning.</summary>
    public static string Show(EquatableList<SeedValue> values)
        => string.Join(", ", values.Select(value => $"{value.Column} = {Shortened(value)}"));

    /// <summary>A value; of a long one the beginning.</summary>
    public static string Shortened(SeedValue value) => value.Length <= MostOfValue
        ? value.Literal
        : string.Create(CultureInfo.InvariantCulture, $"{value.Literal.AsSpan(0, MostOfValue / 2)}… ({value.Length:N0} characters)");

    /// <summary>A referential action in SQL's words.</summary>
    public static string Show(ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.NoAction => "NO ACTION",
        ForeignKeyAction.Restrict => "RESTRICT",
        ForeignKeyAction.Cascade => "CASCADE",
        ForeignKeyAction.SetNull => "SET NULL",
        _ => "SET DEFAULT",
    };

    private static string Show(IndexPart part)
    {
        var text = part.Column is { } column ? $"'{column}'" : $"({part.Expression?.Text})";
        if (part.Collation is { } collation)
            text += $" collate {collation}";
        if (part.OperatorClass is { } operatorClass)
            text += $" {operatorClass}";
        if (part.IsDescending)
            text += " descending";
        return part.NullsOrder is { } order ? $"{text} nulls {(order == NullsOrder.First ? "first" : "last")}" : text;
    }
}
