using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>
/// What tables use that is no part of them: sequences in defaults, types and collations of columns. By their texts, as those of
/// a model are all that there is.
/// </summary>
/// <param name="tables">The tables.</param>
/// <param name="defaultSchema">The schema that a name without one is in.</param>
internal sealed class UsedObjects(IReadOnlyCollection<Table> tables, string? defaultSchema)
{
    private readonly List<Column> columns = [.. tables.SelectMany(table => table.Columns)];
    private readonly List<string> expressions = [.. tables.SelectMany(Expressions)
        .OfType<SqlExpression>()
        .Select(expression => expression.Text)];

    /// <summary>Whether a table refers to the object in one of the ways of its kind.</summary>
    public bool Has(SchemaItem item) => item.Kind.Use switch
    {
        TableUse.Type => IsTypeOf(item.Name),
        TableUse.Collation => IsCollationOf(item.Name),
        TableUse.Values => Named(SqlReferences.SequenceNames).Any(name => IsOne(name, item.Name)),
        _ => false,
    };

    private bool IsCollationOf(ObjectName collation)
        => columns.Select(column => column.Collation)
            .Concat(tables.SelectMany(table => table.Indexes).SelectMany(index => index.Parts).Select(part => part.Collation))
            .OfType<ObjectName>()
            .Any(name => IsOne(name, collation))
            || Named(SqlReferences.CollationNames).Any(name => IsOne(name, collation));

    private bool IsTypeOf(ObjectName type)
        => columns.Any(column => IsOne(column.Type, type)) || Named(SqlReferences.TypeNames).Any(name => IsOne(name, type));

    private IEnumerable<ObjectName> Named(Func<string, IEnumerable<ObjectName>> find) => expressions.SelectMany(find);

    // A name without a schema may be found anywhere on the search path.
    private bool IsOne(ObjectName found, ObjectName name)
        => string.Equals(found.Name, name.Name, StringComparison.Ordinal)
            && (found.Schema is null || string.Equals(found.Schema, name.Schema ?? defaultSchema, StringComparison.Ordinal));

    // What a domain is over is used, too.
    private bool IsOne(StoreType used, ObjectName type)
        => used.Definition is { } definition
            ? definition.Name == type || (definition.Of is { } beneath && IsOne(beneath, type))
            : IsOne(new ObjectName(used.Schema, used.Name), type);

    private static IEnumerable<SqlExpression?> Expressions(Table table)
        => table.Columns.SelectMany(column => new[] { column.Default, column.Generated?.Expression })
            .Concat(table.CheckConstraints.Select(check => check.Expression))
            .Concat(table.Indexes.SelectMany(index => index.Parts.Select(part => part.Expression).Append(index.Filter)));
}
