using Autogen.Design.Planning.Columns;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Moving;

/// <summary>
/// Derives the statements that move the rows of one type: rows of each target table come from the current tables that have them, under the
/// conditions that make them be of the type, a column from the column that has the same property. Pure.
/// </summary>
/// <param name="scope">The plan.</param>
/// <param name="current">How the rows are stored.</param>
/// <param name="target">How they are to be stored.</param>
internal sealed class MoveDerivation(PlanScope scope, StoredEntity current, StoredEntity target)
{
    private readonly MoveSource source = new(scope, current);

    /// <summary>The statements, in order; <see langword="null"/> if a table needs a value that nobody knows.</summary>
    public IReadOnlyList<RowMove>? Derive()
    {
        List<RowMove> moves = [];
        foreach (var part in target.Parts)
        {
            if (source.In(part.Table) is { } existing)
                moves.AddRange(Updates(part, existing));
            else if (!part.IsOptional || part.Values.Any(value => ValueOf(part, value, source.AliasOf) is not null))
            {
                if (Insert(part) is not { } insert)
                    return null;
                moves.Add(insert);
            }
        }

        var main = target.Parts[0];
        moves.AddRange(source.Entity.Parts.Where(part => IsLeft(part)).Select(part => Delete(part, main)));
        return moves;
    }

    // Rows of a table that the model keeps, for other types.
    private bool IsLeft(StoredPart part)
        => !part.IsOptional
            && scope.Pairs.OfTarget(part.Table) is not null
            && target.Parts.All(wanted => wanted.Table != part.Table);

    private (IReadOnlyList<StoredPart> Parts, string Sql)? ValueOf(StoredPart part, StoredValue value, Func<StoredPart, string> aliasOf)
        => scope.Diff.Target.FindTable(part.Table)?.FindColumn(value.Column) is { } column
            ? source.Value(value, column.Type, aliasOf)
            : null;

    private RowMove? Insert(StoredPart part)
    {
        if (scope.Diff.Target.FindTable(part.Table) is not { } table)
            return null;
        List<(string Column, string Sql)> cells = [.. part.Key.Zip(source.Main.Key, (column, key) => (column, $"s.{scope.Quote(key)}"))];
        List<StoredPart> used = [];
        List<string> required = [], optional = [];
        foreach (var value in part.Values)
        {
            if (ValueOf(part, value, source.AliasOf) is not { } found)
                continue;
            used.AddRange(found.Parts);
            cells.Add((value.Column, found.Sql));
            (value.IsRequired ? required : optional).Add($"{found.Sql} IS NOT NULL");
        }

        if (part.Table == target.Parts[0].Table && target.Discriminator is { } own)
            cells.Add((own.Column, own.Literal));
        foreach (var column in StillThere(table))
        {
            if (OfOther(table, column) is not { } sql)
                return null;
            cells.Add((column.Name, sql));
        }

        foreach (var column in table.Columns.Where(column => column is { IsNullable: false, Default: null, Identity: null, Generated: null }
            && !cells.Exists(cell => string.Equals(cell.Column, column.Name, StringComparison.Ordinal))))
        {
            if (RowFill.Of(scope, table.Name, null, column).Sql is not { } fill)
                return null;
            cells.Add((column.Name, fill));
        }

        var conditions = source.Conditions("s").ToList();
        if (part.IsOptional)
            conditions.Add(required.Count > 0 ? string.Join(" AND ", required) : $"({string.Join(" OR ", optional)})");
        if (table.SeedRows.Count > 0)
            conditions.Add($"NOT EXISTS (SELECT 1 FROM {scope.Quote(table.Name)} AS t WHERE {source.Join(part, "t", source.Main, "s")})");
        var overriding = table.Columns.Any(column => column.Identity?.Kind == IdentityKind.Always
            && part.Key.Contains(column.Name, StringComparer.Ordinal)) ? " OVERRIDING SYSTEM VALUE" : "";
        return Move(
            RowMoveKind.Insert,
            part.Table,
            $"INSERT INTO {scope.Quote(part.Table)} ({scope.Quote(cells.Select(cell => cell.Column))}){overriding}\n"
                + $"SELECT {string.Join(", ", cells.Select(cell => cell.Sql))}\nFROM {source.From(used)}{Where(conditions)};",
            [source.Main, .. used, .. source.Entity.Except],
            cells.Select(cell => cell.Column));
    }

    /// <summary>Required columns that are dropped afterwards, because they are moved, too.</summary>
    private IEnumerable<Column> StillThere(Table table)
        => scope.Pairs.OfTarget(table.Name)?.Current.Columns
            .Where(column => column is { IsNullable: false, Default: null, Identity: null, Generated: null })
            .Select(column => column with { Name = scope.Pairs.TargetColumn(table.Name, column.Name) })
            .Where(column => table.FindColumn(column.Name) is null) ?? [];

    /// <summary>The value that a row has for a column in which other types have theirs.</summary>
    private string? OfOther(Table table, Column column)
        => scope.Diff.Current.Entities.Value
            .SelectMany(entity => new MoveSource(scope, entity).Entity.Parts)
            .Where(part => part.Table == table.Name)
            .SelectMany(part => part.Values)
            .Where(value => string.Equals(value.Column, column.Name, StringComparison.Ordinal))
            .Select(value => source.Find(value.Property))
            .Where(place => place?.Part.Table == source.Main.Table)
            .Select(place => $"s.{scope.Quote(place!.Value.Value.Column)}") // chosen so
            .FirstOrDefault() ?? scope.Dialect.BackfillValue(column, scope.Diff.Current);

    private IEnumerable<RowMove> Updates(StoredPart part, StoredPart existing)
    {
        string AliasOf(StoredPart from) => from.Table == existing.Table ? "t" : source.AliasOf(from);
        var displaced = part.Values
            .Select(value => (value.Column, Found: ValueOf(part, value, AliasOf)))
            .Where(value => value.Found is { } found && found.Sql != $"t.{scope.Quote(value.Column)}")
            .GroupBy(value => string.Join('\n', value.Found!.Value.Parts.Select(from => from.Table)), StringComparer.Ordinal); // chosen so
        foreach (var group in displaced)
        {
            var parts = group.First().Found!.Value.Parts; // chosen so
            var from = parts.Where(other => other.Table != existing.Table).ToList();
            var cells = group.Select(value => $"{scope.Quote(value.Column)} = {value.Found!.Value.Sql}"); // chosen so
            var origin = from.Count == 0
                ? ""
                : $"\nFROM {scope.Quote(from[0].Table)} AS {AliasOf(from[0])}"
                    + string.Concat(from.Skip(1).Select(other => $"\nLEFT JOIN {scope.Quote(other.Table)} AS {AliasOf(other)} "
                        + $"ON {source.Join(other, AliasOf(other), from[0], AliasOf(from[0]))}"))
                    + $"\nWHERE {source.Join(from[0], AliasOf(from[0]), existing, "t")}";
            yield return Move(
                RowMoveKind.Update,
                part.Table,
                $"UPDATE {scope.Quote(part.Table)} AS t SET {string.Join(", ", cells)}{origin};",
                parts,
                group.Select(value => value.Column));
        }

        if (part.Table == target.Parts[0].Table && target.Discriminator is { } own && existing.Table == source.Main.Table
            && source.Entity.Discriminator?.Column != own.Column)
        {
            var others = source.Entity.Parts.Where(other => !other.IsOptional && other.Table != existing.Table).ToList();
            List<string> conditions =
            [
                .. others.Select(
                    other => $"EXISTS (SELECT 1 FROM {scope.Quote(other.Table)} AS s WHERE {source.Join(other, "s", existing, "t")})"),
                .. source.Conditions("t"),
                $"t.{scope.Quote(own.Column)} IS NULL", // the model's own rows have it
            ];
            yield return Move(
                RowMoveKind.Update,
                part.Table,
                $"UPDATE {scope.Quote(part.Table)} AS t SET {scope.Quote(own.Column)} = {own.Literal}{Where(conditions)};",
                [.. others, .. source.Entity.Except],
                [own.Column]);
        }
    }

    // By the rows that have been inserted, and not by what was read: what did not get there stays.
    private RowMove Delete(StoredPart part, StoredPart main)
        => Move(
            RowMoveKind.Delete,
            part.Table,
            $"DELETE FROM {scope.Quote(part.Table)} AS t\n"
                + $"WHERE EXISTS (SELECT 1 FROM {scope.Quote(main.Table)} AS s WHERE {source.Join(main, "s", part, "t")});",
            [main],
            []);

    private RowMove Move(
        RowMoveKind kind, ObjectName table, string sql, IEnumerable<StoredPart> sources, IEnumerable<string> columns)
        => new(kind, table, sql)
        {
            Entity = target.Name,
            Sources = [.. sources.Select(part => part.Table).Distinct()],
            Columns = [.. columns],
        };

    private static string Where(IReadOnlyList<string> conditions)
        => conditions.Count == 0 ? "" : $"\nWHERE {string.Join(" AND ", conditions)}";
}
