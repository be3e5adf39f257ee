using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>The facets of a kind of object: all that two objects of the kind can differ in.</summary>
/// <typeparam name="T">The kind's record.</typeparam>
/// <param name="facets">The facets, in the order in which differences are listed.</param>
internal sealed class FacetTable<T>(params IReadOnlyList<Facet<T>> facets)
    where T : class
{
    /// <summary>The facets, in the order in which differences are listed.</summary>
    public IReadOnlyList<Facet<T>> Facets { get; } = facets;

    /// <summary>A part of the object whose differences are changes of their own.</summary>
    public static Facet<T> Part(string name, Func<T, T, T> carry) => new(name, _ => null, (_, _, _) => Judgement.Same, carry);

    /// <summary>
    /// What travels with the object and makes no difference; the model's where it has one, as the live database has none.
    /// </summary>
    public static Facet<T> Hint<TValue>(string name, Func<T, Hint<TValue>> read, Func<T, T, T> carry)
        => new(name, _ => null, (_, _, _) => Judgement.Same, (to, from) => read(from).Value is null ? to : carry(to, from))
        {
            IsHint = true
        };

    /// <summary>Whether nothing but the name differs significantly, or possibly so.</summary>
    public bool AreStructurallyEqual(ComparisonScope scope, T live, T model)
        => Facets.All(facet => facet.FollowsOthers || facet.Judge(scope, live, model) is { } judgement
            && (judgement.IsSame || (judgement.Cosmetic is not null && judgement.Cosmetic != CosmeticDifferences.CannotTell)));

    /// <summary>The change that makes the one into the other, or <see langword="null"/> where they do not differ.</summary>
    public Altered<T>? Compare(ComparisonScope scope, ObjectKind kind, T live, T model)
    {
        ProveComplete(live, model);
        var found = new List<(Facet<T> Facet, Judgement Judgement)>();
        foreach (var facet in Facets)
        {
            var judgement = scope.Judge(kind, facet, live, model);
            if (!judgement.IsSame)
                found.Add((facet, judgement));
        }

        if (found.Count == 0)
            return null;

        if (found.Exists(item => item.Judgement.Cosmetic is null))
            found = found.ConvertAll(
                item => item.Facet.FollowsOthers && item.Judgement.Cosmetic is not null ? (item.Facet, AsRemade) : item);

        var effective = Facets.Where(facet => facet.IsHint).Aggregate(live, (to, facet) => facet.Carry(to, model));
        foreach (var (facet, judgement) in found)
        {
            if (judgement.Cosmetic is null)
                effective = facet.Act(effective, model);
        }

        var (current, target) = scope.Directed(live, effective);
        var changes = found.Select(
            item => Describe(scope, item.Facet, item.Judgement, live, item.Judgement.Cosmetic is null ? effective : model));
        return new Altered<T>(kind, scope.Table, current, target, changes.ToEquatableList());
    }

    private static Judgement AsRemade { get; } = Judgement.Different("it is recreated, and gets the model's name");

    private static FacetChange Describe(ComparisonScope scope, Facet<T> facet, Judgement judgement, T live, T model)
    {
        var (current, target) = scope.Directed(facet.Show(live), facet.Show(model));
        var significance = judgement.Cosmetic is null ? Significance.Significant : Significance.Cosmetic;
        return new FacetChange(facet.Name, current, target, significance, judgement.Reason, judgement.Cosmetic?.Kind)
        {
            Noun = new Hint<string>(facet.Noun)
        };
    }

    /// <summary>
    /// The residue rule: the one object with every facet of the other must be the other, or a property is compared by nobody.
    /// </summary>
    private void ProveComplete(T live, T model)
    {
        var explained = Facets.Aggregate(live, (to, facet) => facet.Carry(to, model));
        if (!explained.Equals(model))
            throw UncomparedFacetException.Of(live, model);
    }
}
