namespace Autogen.Schema.Comparison;

/// <summary>
/// One thing that is compared of a kind of object. Comparing and carrying over are side by side, so that what is compared and what is
/// explained can't be two lists. Functions that take two objects take the live database's first and the model's second.
/// </summary>
/// <typeparam name="T">The kind's record.</typeparam>
/// <param name="Name">The record's member.</param>
/// <param name="Show">The value for people; <see langword="null"/> for none.</param>
/// <param name="Judge">Whether they differ, and whether it matters.</param>
/// <param name="Carry">The first object with the second's value.</param>
internal sealed record Facet<T>(
    string Name, Func<T, string?> Show, Func<ComparisonScope, T, T, Judgement> Judge, Func<T, T, T> Carry)
    where T : class
{
    /// <summary>
    /// The live object with what is acted on of the model's value; other than <see cref="Carry"/> where a part of the value is another
    /// facet's (the order of labels is not their set).
    /// </summary>
    public Func<T, T, T> Act { get; init; } = Carry;

    /// <summary>
    /// What people call it: <c>changed type of column 'a'</c>; <see cref="Facet.State"/> where the value itself reads as a state:
    /// <c>made column 'a' required</c>. <see langword="null"/> for a name, a hint and what no line is about.
    /// </summary>
    public string? Noun { get; init; }

    /// <summary>Whether the project is asked first, because a database may spell the value in its own way.</summary>
    public bool IsAsked { get; init; }

    /// <summary>
    /// Whether the difference is acted on as soon as another one is: the object is recreated then, and gets the model's name.
    /// </summary>
    public bool FollowsOthers { get; init; }

    /// <summary>Whether it travels with the object and makes no difference.</summary>
    public bool IsHint { get; init; }
}

/// <summary>Words of facets.</summary>
internal static class Facet
{
    /// <summary>The noun of a facet whose value reads as a state.</summary>
    public const string State = "";
}
