using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Compares two lists of objects of one kind: pairs them (by their identity, then by weaker and weaker resemblance), and notes what is on
/// one side only and how the pairs differ. There is one such algorithm for all kinds.
/// </summary>
/// <typeparam name="T">The kind's record.</typeparam>
/// <param name="kind">The kind.</param>
/// <param name="facets">All that two objects of the kind can differ in.</param>
internal sealed class ListComparison<T>(ObjectKind kind, FacetTable<T> facets)
    where T : class
{
    /// <summary>
    /// What tells two objects of one list apart, and is equal for two that are one without further questions;
    /// <see langword="null"/> for none.
    /// </summary>
    public required Func<T, object?> Identity { get; init; }

    /// <summary>
    /// Whether two are said to be one under a new name: that counts more than equal names, because names can be handed on, or exchanged.
    /// </summary>
    public Func<ComparisonScope, T, T, bool>? IsExplicitRename { get; init; }

    /// <summary>The resemblances that pair what the identity did not, the strongest first; the live object comes first.</summary>
    public IReadOnlyList<Func<ComparisonScope, T, T, bool>> Resemblances { get; init; } = [];

    /// <summary>Why an object that only the live database has is left alone; <see langword="null"/> where it is not.</summary>
    public Func<ComparisonScope, T, string?> IgnoreReason { get; init; } = (_, _) => null;

    /// <summary>Whether an object that only the model has is not missed: something else does its work.</summary>
    public Func<ComparisonScope, T, bool> IsCoveredByAnother { get; init; } = (_, _) => false;

    /// <summary>Compares two lists, notes what differs, and returns the pairs.</summary>
    public IReadOnlyList<(T Live, T Model)> Compare(ComparisonScope scope, IReadOnlyList<T> current, IReadOnlyList<T> target)
    {
        var (live, model) = scope.Directed(current, target);
        var (pairs, liveOnly, modelOnly) = Pair(scope, live, model);
        foreach (var item in liveOnly)
        {
            if (IgnoreReason(scope, item) is { } reason)
                scope.Findings.Add(new IgnoredObject(kind, scope.Table, ObjectText.Name(item) ?? "", reason));
            else
                scope.Findings.Add(OneSided(scope, item, isThere: scope.Options.TargetIsModel));
        }

        foreach (var item in modelOnly.Where(item => !IsCoveredByAnother(scope, item)))
            scope.Findings.Add(OneSided(scope, item, isThere: !scope.Options.TargetIsModel));

        foreach (var pair in pairs)
        {
            if (kind is not (ObjectKind.Table or ObjectKind.Column))
                scope.Findings.Add(PairOf(scope, pair.Live, pair.Model));
            if (facets.Compare(ScopeOf(scope, pair.Live, pair.Model), kind, pair.Live, pair.Model) is { } altered)
                scope.Findings.Add(altered with { Table = scope.Table });
        }

        return pairs;
    }

    /// <summary>Pairs two lists without comparing the pairs.</summary>
    public (IReadOnlyList<(T Live, T Model)> Pairs, IReadOnlyList<T> LiveOnly, IReadOnlyList<T> ModelOnly) Pair(
        ComparisonScope scope, IReadOnlyList<T> live, IReadOnlyList<T> model)
    {
        var pairs = new List<(T, T)>(live.Count);
        var liveOnly = live.ToList();
        var modelOnly = model.ToList();
        if (IsExplicitRename is { } said && scope.Renames.Any)
            PairWhatResembles(scope, said, pairs, liveOnly, modelOnly);
        PairByIdentity(pairs, liveOnly, modelOnly);
        foreach (var resemblance in Resemblances)
            PairWhatResembles(scope, resemblance, pairs, liveOnly, modelOnly);

        return (pairs, liveOnly, modelOnly);
    }

    private void PairByIdentity(List<(T, T)> pairs, List<T> liveOnly, List<T> modelOnly)
    {
        var byIdentity = new Dictionary<object, T>();
        foreach (var item in modelOnly)
        {
            if (Identity(item) is { } identity)
                byIdentity.TryAdd(identity, item);
        }

        var taken = new HashSet<T>(ReferenceEqualityComparer.Instance);
        foreach (var item in liveOnly)
        {
            if (Identity(item) is not { } identity || !byIdentity.Remove(identity, out var partner))
                continue;
            pairs.Add((item, partner));
            taken.Add(item);
            taken.Add(partner);
        }

        liveOnly.RemoveAll(taken.Contains);
        modelOnly.RemoveAll(taken.Contains);
    }

    /// <summary>The first that resembles in ordinal order is taken, so that the pairs do not depend on the order of the lists.</summary>
    private static void PairWhatResembles(
        ComparisonScope scope, Func<ComparisonScope, T, T, bool> resemblance, List<(T, T)> pairs, List<T> liveOnly, List<T> modelOnly)
    {
        if (liveOnly.Count == 0 || modelOnly.Count == 0)
            return;

        var candidates = InOrder(modelOnly);
        foreach (var item in InOrder(liveOnly))
        {
            var index = candidates.FindIndex(candidate => resemblance(scope, item, candidate));
            if (index < 0)
                continue;

            var partner = candidates[index];
            candidates.RemoveAt(index);
            pairs.Add((item, partner));
            liveOnly.RemoveAll(other => ReferenceEquals(other, item));
            modelOnly.RemoveAll(other => ReferenceEquals(other, partner));
        }
    }

    private static List<T> InOrder(List<T> items)
        => [.. items.OrderBy(item => ObjectText.Name(item), StringComparer.Ordinal).ThenBy(
            item => item.ToString(), StringComparer.Ordinal)];

    /// <summary>Facets of a table are judged with that table at hand, like those of its parts.</summary>
    private static ComparisonScope ScopeOf(ComparisonScope scope, T live, T model)
        => live is Table liveTable && model is Table modelTable ? scope with { LiveTable = liveTable, ModelTable = modelTable } : scope;

    private ObjectPair PairOf(ComparisonScope scope, T live, T model)
    {
        var (current, target) = scope.Directed(live, model);
        return new ObjectPair(kind, scope.Table, current, target);
    }

    private Change OneSided(ComparisonScope scope, T item, bool isThere)
        => isThere ? new Removed<T>(kind, scope.Table, item) : new Added<T>(kind, scope.Table, item);
}
