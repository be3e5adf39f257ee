using Autogen.Design.Planning.Recreation;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>What a change of a column's type endangers.</summary>
internal static class TypeChanges
{
    /// <summary>The dangers, by what the dialect says of the conversion.</summary>
    public static List<Risk> Risks(PlanScope scope, ObjectName table, Column current, Column target, TypeConversion conversion)
    {
        var change = $"'{table}.{target.Name}' from {Name(current)} to {Name(target)}";
        List<Risk> risks = [];
        if (conversion.MayLoseData)
            risks.Add(new Risk(RiskKind.DataLoss, $"changes {change}: values may be cut or lose precision"));
        if (conversion.MayFail)
            risks.Add(new Risk(RiskKind.MayFail, $"fails if a value can't be changed: {change}"));
        risks.AddRange(Dependents.Risks(table, current));
        if (conversion.RewritesTable && scope.Dialect.LocksTables)
            risks.Add(new Risk(RiskKind.TableRewrite, $"rewrites table '{table}'{scope.About(table)} under an exclusive lock"));
        return risks;
    }

    /// <summary>The danger that a domain's check rejects the value that rows get.</summary>
    /// <param name="where">The column, for people.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value as SQL.</param>
    public static IEnumerable<Risk> CheckRisks(string where, Column column, string value)
        => column is { Type.IsChecked: true, Default: null }
            ?
            [
                new Risk(
                    RiskKind.MayFail,
                    $"fails if a check of domain '{column.Type}' rejects {value}: give {where} a default that it accepts"),
            ]
            : [];

    private static string Name(Column column) => column.Type.Text.Length == 0 ? "no type" : column.Type.Text;
}
