using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Recreation;

/// <summary>
/// Objects of other people on columns that are dropped or get another type: no revision drops it, so that a
/// person must say what becomes of it.
/// </summary>
internal static class Dependents
{
    /// <summary>The danger for a column.</summary>
    public static IEnumerable<Risk> Risks(ObjectName table, Column current) => Risks($"{table}.{current.Name}", current.Dependents.Value);

    /// <summary>The danger for a dropped table: its own triggers, rules and policies go with it.</summary>
    public static IEnumerable<Risk> Risks(Table table)
        => Risks(table.Name.ToString(), table.Columns.SelectMany(column => column.Dependents.Value)
            .Where(IsApart)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToEquatableList());

    private static IEnumerable<Risk> Risks(string name, EquatableList<string> dependents)
    {
        if (dependents.Count == 0)
            yield break;
        var (depend, them) = dependents.Count == 1 ? ("depends", "it") : ("depend", "them");
        yield return new Risk(
            RiskKind.MayFail,
            $"fails as long as {string.Join(" and ", dependents)} {depend} on '{name}': "
                + $"drop {them} before (op.Sql), and create {them} again after");
    }

    private static bool IsApart(string dependent)
        => dependent.StartsWith("view '", StringComparison.Ordinal)
            || dependent.StartsWith("materialised view '", StringComparison.Ordinal);
}
