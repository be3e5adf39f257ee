using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>Proposals for lists of objects that become JSON documents, or were ones.</summary>
internal sealed class ProposedLists(PlanScope scope)
{
    /// <summary>The statement; <see langword="null"/> if neither side is a list.</summary>
    public string? Of(ObjectName name, Table source, List<Column> gone, Table target, List<Column> created)
        => scope.Dialect.Documents is null
            ? null
            : ToDocuments(source, gone, target, created) ?? FromDocuments(name, source, gone, target);

    private string? ToDocuments(Table source, List<Column> gone, Table target, List<Column> created)
    {
        var documents = created.FindAll(column => IsDocument(column) && column.ClrType.Value is not null);
        var reference = source.ForeignKeys.FirstOrDefault(key => scope.Pairs.TargetTable(key.PrincipalTable) == target.Name);
        if (documents is not [var document] || reference is null || scope.Dialect.Documents is not { } sql)
            return null;
        var members = gone
            .Where(column => !reference.Columns.Contains(column.Name, StringComparer.Ordinal) && column.Identity is null)
            .Select(column => (column.Name, $"s.{scope.Quote(column.Name)}"))
            .ToList();
        return members.Count == 0
            ? null
            : $"UPDATE {scope.Quote(target.Name)} AS t SET {scope.Quote(document.Name)} = (SELECT {sql.List(sql.Object(members))} "
                + $"FROM {scope.Quote(source.Name)} AS s WHERE {Equal(reference)});";
    }

    private string? FromDocuments(ObjectName name, Table source, List<Column> gone, Table target)
    {
        var documents = gone.FindAll(column => IsDocument(column)
            && (column.Name == target.Name.Name || target.Name.Name.Contains(column.Name, StringComparison.OrdinalIgnoreCase)));
        var reference = target.ForeignKeys.FirstOrDefault(key => key.PrincipalTable == name);
        if (documents is not [var document] || reference is null || scope.Dialect.Documents is not { } sql)
            return null;
        var (from, element) = sql.Elements($"s.{scope.Quote(document.Name)}");
        var cells = target.Columns
            .Where(column => column is { Identity: null, Generated: null }
                && !reference.Columns.Contains(column.Name, StringComparer.Ordinal))
            .Select(column => (Name: scope.Quote(column.Name), Sql: sql.Value(element, [column.Name], column.Type)))
            .Where(cell => cell.Sql is not null)
            .ToList();
        return $"INSERT INTO {scope.Quote(target.Name)} "
            + $"({scope.Quote(reference.Columns)}, {string.Join(", ", cells.Select(cell => cell.Name))}) "
            + $"SELECT {string.Join(", ", reference.PrincipalColumns.Select(column => $"s.{scope.Quote(column)}"))}, "
            + $"{string.Join(", ", cells.Select(cell => cell.Sql))} FROM {scope.Quote(name)} AS s, {from};";
    }

    private bool IsDocument(Column column) => scope.Dialect.Documents?.MayBeIn(column.Type) == true && column.Values.Value is null;

    private string Equal(ForeignKey reference)
        => string.Join(
            " AND ", reference.Columns.Zip(reference.PrincipalColumns, (one, other) => $"s.{scope.Quote(one)} = t.{scope.Quote(other)}"));
}
