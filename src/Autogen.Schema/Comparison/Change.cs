using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// One thing that differs between the current database and the target schema. Closed:
/// <see cref="Added{T}"/>, <see cref="Removed{T}"/> and <see cref="Altered{T}"/> are all there are. A rename is an
/// <see cref="Altered{T}"/> one of whose facets is the name.
/// </summary>
/// <param name="Kind">What kind of object differs.</param>
/// <param name="Table">
/// The table that the object belongs to, under its target name; <see langword="null"/> for what belongs to none.
/// </param>
/// <param name="Significance">Whether the difference makes operations.</param>
public abstract record Change(ObjectKind Kind, ObjectName? Table, Significance Significance)
{
    /// <summary>The object as it is, whatever its kind; <see langword="null"/> where it is added.</summary>
    internal abstract object? Before { get; }

    /// <summary>The object as the target has it, whatever its kind; <see langword="null"/> where it is removed.</summary>
    internal abstract object? After { get; }

    /// <summary>What differs of an altered object; empty for the others.</summary>
    internal virtual EquatableList<FacetChange> Differences => [];

    /// <summary>The object that the change is about: as the target has it, or as it was where it is removed.</summary>
    internal object Subject => After ?? Before!; // a change has at least one of them
}

/// <summary>The object is wanted and not there.</summary>
/// <typeparam name="T">The record of the object's kind; <see cref="string"/> for a schema.</typeparam>
/// <param name="Kind">What kind of object is added.</param>
/// <param name="Table">The table that the object belongs to, if to any.</param>
/// <param name="Item">
/// The object. An added table brings all that belongs to it: no change of its own is made for its columns, keys, indexes and rows.
/// </param>
public sealed record Added<T>(ObjectKind Kind, ObjectName? Table, T Item) : Change(Kind, Table, Significance.Significant)
    where T : class
{
    internal override object? Before => null;

    internal override object? After => Item;
}

/// <summary>The object is there and not wanted.</summary>
/// <typeparam name="T">The record of the object's kind; <see cref="string"/> for a schema.</typeparam>
/// <param name="Kind">What kind of object is removed.</param>
/// <param name="Table">The table that the object belongs to, if to any.</param>
/// <param name="Item">The object. A removed table takes all that belongs to it along.</param>
public sealed record Removed<T>(ObjectKind Kind, ObjectName? Table, T Item) : Change(Kind, Table, Significance.Significant)
    where T : class
{
    internal override object? Before => Item;

    internal override object? After => null;
}

/// <summary>The object is there and is wanted otherwise.</summary>
/// <typeparam name="T">The record of the object's kind.</typeparam>
/// <param name="Kind">What kind of object differs.</param>
/// <param name="Table">The table that the object belongs to, if to any.</param>
/// <param name="Current">The object as it is.</param>
/// <param name="Target">
/// The object as the target has it <em>once the change is done</em>: facets whose difference is not acted on (cosmetic, or not
/// told) are those of <paramref name="Current"/>, and both are the live database's in both directions, so that an upgrade and
/// its downgrade are mirror images.
/// </param>
/// <param name="Facets">What differs, significant and cosmetic; never empty.</param>
public sealed record Altered<T>(ObjectKind Kind, ObjectName? Table, T Current, T Target, EquatableList<FacetChange> Facets)
    : Change(
        Kind, Table, Facets.Any(facet => facet.Significance == Significance.Significant) ? Significance.Significant : Significance.Cosmetic)
    where T : class
{
    internal override object? Before => Current;

    internal override object? After => Target;

    internal override EquatableList<FacetChange> Differences => Facets;

    /// <summary>Whether a facet of that name differs significantly.</summary>
    public bool Has(string facet)
        => Facets.Any(
            change => change.Significance == Significance.Significant && string.Equals(change.Facet, facet, StringComparison.Ordinal));
}

/// <summary>One property of an object that differs.</summary>
/// <param name="Facet">
/// The property, by the name of its record's member: <c>Type</c>, <c>IsNullable</c>, <c>OnDelete</c>; <c>Name</c> for a rename.
/// </param>
/// <param name="Current">The current value, for people; <see langword="null"/> for none.</param>
/// <param name="Target">The value that is wanted, for people; <see langword="null"/> for none.</param>
/// <param name="Significance">Whether the difference makes operations.</param>
/// <param name="Reason">Why it counts as different, or why it does not matter; for people.</param>
/// <param name="CosmeticKind">
/// For a cosmetic difference its kind in the table of cosmetic differences (<c>left-over default</c>); else <see langword="null"/>.
/// </param>
public sealed record FacetChange(
    string Facet, string? Current, string? Target, Significance Significance, string Reason, string? CosmeticKind = null)
{
    /// <summary>What people call the property; see <see cref="Facet{T}.Noun"/>.</summary>
    internal Hint<string> Noun { get; init; }
}

/// <summary>Whether a difference matters.</summary>
public enum Significance
{
    /// <summary>Data or behaviour differs: operations are made, and <c>check</c> fails.</summary>
    Significant,

    /// <summary>Nothing behaves differently: counted, listed on request, acted on when asked to be strict.</summary>
    Cosmetic,
}
