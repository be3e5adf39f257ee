using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// A unique constraint and a unique index over the same columns refuse the same rows, and foreign keys may refer to either. What reads a
/// database into a model (<c>dotnet ef dbcontext scaffold</c>) makes the one of the other. So where no revision made it, neither is dropped
/// for the other's sake, unless the user asked to be strict.
/// </summary>
internal static class Uniqueness
{
    private const string ByIndex = "it refuses the same rows as the unique index that the model has";
    private const string ByConstraint = "it refuses the same rows as the unique constraint that the model has";

    /// <summary>Why a unique constraint that only the database has is kept; <see langword="null"/> where it is not.</summary>
    public static string? ReasonToKeep(ComparisonScope scope, UniqueConstraint live)
        => ConstraintsForIndexes(scope).Any(pair => ReferenceEquals(pair.Live, live)) ? ByIndex : null;

    /// <summary>Why an index that only the database has is kept; <see langword="null"/> where it is not.</summary>
    public static string? ReasonToKeep(ComparisonScope scope, TableIndex live)
        => IndexesForConstraints(scope).Any(pair => ReferenceEquals(pair.Live, live)) ? ByConstraint : null;

    /// <summary>Whether an index of the database does the work of a unique constraint that only the model has.</summary>
    public static bool IsKept(ComparisonScope scope, UniqueConstraint model)
        => IndexesForConstraints(scope).Any(pair => ReferenceEquals(pair.Model, model));

    /// <summary>Whether a unique constraint of the database does the work of an index that only the model has.</summary>
    public static bool IsKept(ComparisonScope scope, TableIndex model)
        => ConstraintsForIndexes(scope).Any(pair => ReferenceEquals(pair.Model, model));

    private static List<(UniqueConstraint Live, TableIndex Model)> ConstraintsForIndexes(ComparisonScope scope)
        => Pair(
            scope,
            UniqueConstraintComparison.Unpaired(scope).LiveOnly.Where(unique => IsAdopted(scope, unique.Name)),
            IndexComparison.Unpaired(scope).ModelOnly,
            (live, model) => AreOne(scope, live, model));

    private static List<(TableIndex Live, UniqueConstraint Model)> IndexesForConstraints(ComparisonScope scope)
        => Pair(
            scope,
            IndexComparison.Unpaired(scope).LiveOnly.Where(index => IsAdopted(scope, index.Name)),
            UniqueConstraintComparison.Unpaired(scope).ModelOnly,
            (live, model) => AreOne(scope, model, live));

    private static List<(TLive Live, TModel Model)> Pair<TLive, TModel>(
        ComparisonScope scope, IEnumerable<TLive> live, IReadOnlyList<TModel> model, Func<TLive, TModel, bool> areOne)
    {
        var pairs = new List<(TLive, TModel)>();
        if (scope.Options.Strict || model.Count == 0)
            return pairs;

        var left = live.ToList();
        foreach (var target in model)
        {
            var found = left.FindIndex(item => areOne(item, target));
            if (found < 0)
                continue;
            pairs.Add((left[found], target));
            left.RemoveAt(found);
        }

        return pairs;
    }

    private static bool IsAdopted(ComparisonScope scope, string? name)
        => scope.LiveTable is { } table && (name is null || !scope.Options.IsMadeByRevision(table.Name, name));

    // Whatever else either may have, it has not: all but the columns and the treatment of NULLs is as without saying anything.
    private static bool AreOne(ComparisonScope scope, UniqueConstraint unique, TableIndex index)
    {
        var columns = index.Parts.Select(part => part.Column).OfType<string>().ToEquatableList();
        return unique == new UniqueConstraint(unique.Name, unique.Columns) { NullsDistinct = index.NullsDistinct }
            && index == new TableIndex
            {
                Name = index.Name,
                IsUnique = true,
                NullsDistinct = unique.NullsDistinct,
                Parts = columns.Select(column => new IndexPart { Column = column }).ToEquatableList(),
            }
            && scope.SameNames(unique.Columns, columns);
    }
}
