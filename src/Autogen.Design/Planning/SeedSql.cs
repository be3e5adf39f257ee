using Autogen.Design.Ownership;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// Rows as SQL, by their literals: where a value is known only so (a row that was read), or EF Core has no word for what is meant. What is
/// written here <see cref="RowStatement"/> reads.
/// </summary>
internal sealed class SeedSql(PlanScope scope, ObjectName name, Table table)
{
    /// <summary>One statement for all rows; a number that the database would give itself is given.</summary>
    public string Insert(string[] columns, List<List<SeedValue>> rows)
    {
        var overriding = columns.Any(column => table.FindColumn(column)?.Identity?.Kind == IdentityKind.Always)
            ? " OVERRIDING SYSTEM VALUE"
            : "";
        var values = rows.Select(row => $"({string.Join(", ", row.Select(value => value.Literal))})");
        return $"{RowStatement.Mark}\nINSERT INTO {scope.Quote(name)} ({scope.Quote(columns)}){overriding} "
            + $"VALUES {string.Join(", ", values)};";
    }

    /// <summary>Sets values of one row.</summary>
    public string Update(List<SeedValue> key, List<SeedValue> values)
        => $"{RowStatement.Mark}\nUPDATE {scope.Quote(name)} "
            + $"SET {string.Join(", ", values.Select(value => $"{scope.Quote(value.Column)} = {value.Literal}"))} "
            + $"WHERE {string.Join(" AND ", key.Select(IsEqual))};";

    /// <summary>Deletes one row.</summary>
    public string Delete(List<SeedValue> key)
        => $"{RowStatement.Mark}\nDELETE FROM {scope.Quote(name)} WHERE {string.Join(" AND ", key.Select(IsEqual))};";

    private string IsEqual(SeedValue value) => scope.IsEqual(table, value);
}
