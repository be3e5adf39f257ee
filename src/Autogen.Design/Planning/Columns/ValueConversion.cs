using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>
/// How the values of a column change with its type: by the forms in which EF Core writes them, not only by a cast. The forms are on the
/// columns: of the model by its converters, of the database by its rows.
/// </summary>
/// <param name="scope">The plan.</param>
/// <param name="current">The column as it is, under its target name.</param>
/// <param name="target">The column as wanted.</param>
internal sealed class ValueConversion(PlanScope scope, Column current, Column target)
{
    private readonly TypeConversion plain = scope.Dialect.Conversion(current, target, scope.Diff.Current, scope.Diff.Target);
    private readonly string column = scope.Quote(target.Name);

    /// <summary>The conversion.</summary>
    public static TypeConversion Of(PlanScope scope, Column current, Column target)
        => new ValueConversion(scope, current with { Name = target.Name }, target).Conversion;

    /// <summary>The conversion.</summary>
    public TypeConversion Conversion
        => (Asked ?? OfMembers() ?? OfForms()) is { } expression ? plain with { Using = expression, MayLoseData = false } : plain;

    /// <summary>What the conversion leaves behind.</summary>
    /// <param name="table">The table's target name.</param>
    public IEnumerable<Risk> Risks(ObjectName table)
    {
        if (Asked is not null)
            yield break;
        var (from, to) = (current.Values.Value, target.Values.Value);
        if (from is { Others.Count: > 0 })
        {
            var values = string.Join(", ", from.Others);
            yield return Keeps
                ? new Risk(
                    RiskKind.DataLoss, $"rows of '{table}' keep {values} in '{target.Name}': {Read(to)}; say how with Convert in the model")
                : new Risk(
                    RiskKind.MayFail,
                    $"fails on {values} in '{table}.{target.Name}', which the model has no value for: say how with Convert in the model");
        }
        else if (IsUnexplained(from, to))
        {
            yield return new Risk(
                RiskKind.DataLoss,
                $"rows of '{table}' keep what is stored in '{target.Name}' as {current.Type}, and EF Core may read other values: "
                    + "say how to convert them with Convert in the model");
        }

        if ((from?.IsGuess ?? false) && OfForms() is not null)
            yield return new Risk(
                RiskKind.Guess,
                $"takes the numbers in '{table}.{target.Name}' for {from!.Form}: if they are not, use Convert in the model"); // just asked
    }

    // The model's words for the way there are on the target, those for the way back on what was the target then.
    private string? Asked => target.Values.Value?.Conversion ?? current.Values.Value?.Reverse;

    private bool Keeps => scope.Dialect.KeepsForeignValues || !plain.MayFail;

    // A database that keeps any value says nothing where the values become others.
    private bool IsUnexplained(ValueForm? from, ValueForm? to)
        => scope.Dialect.KeepsForeignValues
            && from is not { Kind: ValueKind.Unknown, IsObserved: true }
            && scope.Dialect.Affinity(current.Type) is var before
            && scope.Dialect.Affinity(target.Type) is var after
            && before != after
            && (after == AffinityKind.Other || before != AffinityKind.Number || (to ?? from)?.Kind > ValueKind.Unknown)
            && OfMembers() is null
            && OfForms() is null
            && !IsSameForm(from, to);

    private static bool IsSameForm(ValueForm? from, ValueForm? to)
        => from is not null && to is not null && from.Kind == to.Kind
            && (from.Kind == ValueKind.Finite || (from.Form.Length > 0 && string.Equals(from.Form, to.Form, StringComparison.Ordinal))
                || from.Kind == ValueKind.Decimal);

    private string Read(ValueForm? to)
        => to?.ClrDefault is { } value
            && (to.Kind == ValueKind.Finite || scope.Dialect.Affinity(target.Type) == AffinityKind.Number)
                ? $"EF Core will read {value}"
                : "EF Core can't read that";

    /// <summary>Each value in its new form; EF Core writes a number without a name as its digits, which a cast does, too.</summary>
    private string? OfMembers()
    {
        if (current.Values.Value is not { Members.Count: > 0 } from || target.Values.Value is not { Members.Count: > 0 } to)
            return null;
        var pairs = from.Members
            .Select(member => (From: member.Literal, To: to.Members.FirstOrDefault(other => other.Number == member.Number)?.Literal))
            .Where(pair => pair.To is not null)
            .DistinctBy(pair => pair.From, StringComparer.Ordinal)
            .ToList();
        if (pairs.TrueForAll(pair => pair.From == pair.To))
            return null;
        var others = plain.Using ?? column;
        if (scope.Dialect.EqualTo == "=")
            return $"CASE {column} {string.Concat(pairs.Select(pair => $"WHEN {pair.From} THEN {pair.To} "))}ELSE {others} END";
        var value = scope.IsEnum(current.Type) ? $"{column}::text" : column;
        return $"CASE {string.Concat(pairs.Select(pair => $"WHEN {value} {scope.Dialect.EqualTo} {pair.From} THEN {pair.To} "))}"
            + $"ELSE {others} END";
    }

    private string? OfForms()
        => current.Values.Value is { } from && target.Values.Value is { } to && from.Kind == to.Kind && from.Kind > ValueKind.Finite
            ? scope.Dialect.Reform(from.Kind, from.Form, to.Form, column, current.Type, target.Type)
            : null;
}
