using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Environments;

/// <summary>
/// Which objects of the database and of the model are one: by their names, then, where a name has no partner, by what they are about.
/// </summary>
internal static class ObjectPairs
{
    /// <summary>The partner of each object that has one, both ways.</summary>
    /// <param name="live">The database's objects, of one kind and place.</param>
    /// <param name="model">The model's.</param>
    /// <param name="nameOf">An object's name.</param>
    /// <param name="dialect">Which names are one.</param>
    public static IReadOnlyDictionary<object, object> Of<T>(
        IReadOnlyList<T> live, IReadOnlyList<T> model, Func<T, ObjectName?> nameOf, Dialect dialect)
        where T : class
    {
        var partners = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        var byName = model.Where(item => nameOf(item) is not null).ToLookup(nameOf);
        foreach (var item in live.Where(item => nameOf(item) is not null))
            Pair(item, byName[nameOf(item)]);

        var rest = model.Where(item => !partners.ContainsKey(item)).ToList();
        foreach (var item in live.Where(item => rest.Count > 0 && !partners.ContainsKey(item)))
            Pair(item, rest.Where(other => SameName(nameOf(item), nameOf(other), dialect)));
        foreach (var item in live.Where(item => rest.Count > 0 && !partners.ContainsKey(item)))
            Pair(item, rest.Where(other => AreAboutTheSame(item, other, dialect)));
        return partners;

        void Pair(T item, IEnumerable<T> candidates)
        {
            if (candidates.FirstOrDefault(candidate => !partners.ContainsKey(candidate)) is { } partner)
            {
                partners[item] = partner;
                partners[partner] = item;
            }
        }
    }

    private static bool SameName(ObjectName? live, ObjectName? model, Dialect dialect)
        => live is not null && model is not null && Same(live.Schema, model.Schema, dialect) && Same(live.Name, model.Name, dialect);

    private static bool AreAboutTheSame(object live, object model, Dialect dialect) => (live, model) switch
    {
        (PrimaryKey, PrimaryKey) => true, // a table has one
        (UniqueConstraint current, UniqueConstraint target) => Same(current.Columns, target.Columns, dialect),
        (ForeignKey current, ForeignKey target)
            => Same(current.Columns, target.Columns, dialect) && SameName(current.PrincipalTable, target.PrincipalTable, dialect),
        (CheckConstraint current, CheckConstraint target)
            => dialect.SameExpression(current.Expression, target.Expression).Verdict == FacetVerdict.Same,
        (TableIndex current, TableIndex target) => current.IsUnique == target.IsUnique
            && Same(current.Parts.Select(part => part.Column), target.Parts.Select(part => part.Column), dialect),
        _ => false,
    };

    private static bool Same(IEnumerable<string?> live, IEnumerable<string?> model, Dialect dialect)
        => live.ToList() is var first && model.ToList() is var second && first.Count == second.Count
            && first.Zip(second).All(pair => pair.First is not null && Same(pair.First, pair.Second, dialect));

    private static bool Same(string? live, string? model, Dialect dialect)
        => string.Equals(live, model, StringComparison.Ordinal) || (live is not null && model is not null && dialect.SameName(live, model));
}
