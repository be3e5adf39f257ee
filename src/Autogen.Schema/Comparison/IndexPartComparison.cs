using System.Globalization;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares what indexes index, part by part.</summary>
internal static class IndexPartComparison
{
    /// <summary>Judges all parts: the first significant difference decides, else the first cosmetic one.</summary>
    public static Judgement Judge(ComparisonScope scope, TableIndex live, TableIndex model)
    {
        if (live.Parts.Count != model.Parts.Count)
            return Judgement.Different("the number of columns differs");

        return live.Parts.Zip(model.Parts)
            .Select((pair, index) => Judge(scope, pair.First, pair.Second, index + 1))
            .Where(judgement => !judgement.IsSame)
            .OrderBy(judgement => judgement.Cosmetic is null ? 0 : 1)
            .Append(Judgement.Same)
            .First();
    }

    private static Judgement Judge(ComparisonScope scope, IndexPart live, IndexPart model, int number)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"part {number}");
        if (!scope.SameName(live.Column, model.Column) || live.Expression is null != model.Expression is null)
            return Judgement.Different($"{place} is something else");

        if (live.IsDescending != model.IsDescending)
            return Judgement.Different($"{place} runs in the other direction");

        if (live.NullsOrder != model.NullsOrder)
            return Judgement.Different($"{place} has NULLs at the other end");

        if (!scope.SameCollation(live.Collation, model.Collation))
            return Silent(scope, model.Collation) ?? Judgement.Different($"{place} has another collation");

        if (!string.Equals(live.OperatorClass, model.OperatorClass, StringComparison.Ordinal)
            && (live.OperatorClass is not null
                || !string.Equals(live.DefaultOperatorClass.Value, model.OperatorClass, StringComparison.Ordinal)))
            return Judgement.Different($"{place} has another operator class");

        return scope.Judge(live.Expression, model.Expression);
    }

    /// <summary>EF Core gives an index a collation only where its database's indexes have methods and operator classes, too.</summary>
    private static Judgement? Silent(ComparisonScope scope, ObjectName? collation)
        => collation is null && !scope.Dialect.Capabilities.IndexMethods ? Judgement.Of(CosmeticDifferences.NotExpressible) : null;
}
