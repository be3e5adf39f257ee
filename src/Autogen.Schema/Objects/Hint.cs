namespace Autogen.Schema.Objects;

/// <summary>
/// Something that travels with an object because a later stage can use it, but that is no part of what the object is: two hints are
/// always equal, so a hint never makes a difference. The model's CLR types and values, and annotations of EF Core's plug-ins are such.
/// </summary>
/// <typeparam name="T">What is carried.</typeparam>
/// <param name="Value">The value, or <see langword="null"/> where the object's source had none (a live database has no CLR types).</param>
public readonly record struct Hint<T>(T? Value)
{
    /// <summary>Always true: a hint takes no part in equality.</summary>
    public bool Equals(Hint<T> other) => true;

    /// <summary>Always 0, as all hints are equal.</summary>
    public override int GetHashCode() => 0;
}
