using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Environments;

/// <summary>Filters the objects of one kind on both sides at once: an object is excluded on both, or on none.</summary>
/// <param name="include">The project's say.</param>
/// <param name="dialect">Which names are one.</param>
internal sealed class InclusionFilter(Func<SchemaObject, bool> include, Dialect dialect)
{
    /// <summary>The included objects of both lists.</summary>
    /// <param name="kind">The objects' kind.</param>
    /// <param name="table">The table whose parts they are, if of any.</param>
    /// <param name="live">The database's objects.</param>
    /// <param name="model">The model's.</param>
    /// <param name="isGone">What goes without being asked for, because what it needs is gone.</param>
    public (EquatableList<T> Live, EquatableList<T> Model) Keep<T>(
        ObjectKind kind, ObjectName? table, EquatableList<T> live, EquatableList<T> model, Func<T, bool> isGone)
        where T : class
    {
        var excluded = Excluded(kind, table, live, model, item => isGone((T)item));
        return excluded.Count == 0 ? (live, model) : (Left(live), Left(model));

        EquatableList<T> Left(EquatableList<T> items) => items.Where(item => !excluded.Contains(item)).ToEquatableList();
    }

    /// <summary>The objects of both lists that are excluded, compared by reference.</summary>
    /// <param name="kind">The objects' kind.</param>
    /// <param name="table">The table whose parts they are, if of any.</param>
    /// <param name="live">The database's objects.</param>
    /// <param name="model">The model's.</param>
    /// <param name="isGone">What is excluded without being asked for, because what it needs is.</param>
    public IReadOnlySet<object> Excluded(
        ObjectKind kind, ObjectName? table, IReadOnlyList<object> live, IReadOnlyList<object> model, Func<object, bool> isGone)
    {
        var partners = ObjectPairs.Of(live, model, item => SchemaObjects.NameOf(table, item), dialect);
        var excluded = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Sift(live, isReflected: true);
        Sift(model, isReflected: false);
        return excluded;

        void Sift(IReadOnlyList<object> items, bool isReflected)
        {
            foreach (var item in items)
            {
                var partner = partners.GetValueOrDefault(item);
                if (isGone(item)
                    || !include(
                        SchemaObjects.Of(kind, table, item) with { IsReflected = isReflected, HasCounterpart = partner is not null }))
                {
                    excluded.Add(item);
                    if (partner is not null)
                        excluded.Add(partner);
                }
            }
        }
    }
}
