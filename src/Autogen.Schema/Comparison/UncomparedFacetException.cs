namespace Autogen.Schema.Comparison;

/// <summary>
/// Two objects differ in something that no facet compares: a defect of the tool, found on the day a property is added
/// and not in somebody's database.
/// </summary>
internal sealed class UncomparedFacetException : InvalidOperationException
{
    /// <summary>The exception without a message of its own.</summary>
    public UncomparedFacetException()
        : this("A property is not compared.")
    {
    }

    /// <summary>The exception with its message.</summary>
    public UncomparedFacetException(string message)
        : base(message)
    {
    }

    /// <summary>The exception with its message and its cause.</summary>
    public UncomparedFacetException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Two objects of which one, with every compared facet of the other, is still not the other.</summary>
    public static UncomparedFacetException Of(object current, object target)
        => new(
            $"{current.GetType().Name} has a property that its comparison does not declare as a facet. There: {current}. Wanted: "
                + $"{target}.");
}
