namespace Autogen.Schema.Dialects;

/// <summary>What a comparison of two facets answers.</summary>
/// <param name="Verdict">Same, different, or unknown.</param>
/// <param name="Reason">Why, for people; empty for <see cref="FacetVerdict.Same"/>.</param>
public readonly record struct FacetAnswer(FacetVerdict Verdict, string Reason)
{
    /// <summary>They are the same.</summary>
    public static FacetAnswer Same { get; } = new(FacetVerdict.Same, "");

    /// <summary>They differ.</summary>
    public static FacetAnswer Different(string reason) => new(FacetVerdict.Different, reason);

    /// <summary>Unknown whether they differ; it is reported, not changed.</summary>
    public static FacetAnswer Unknown(string reason) => new(FacetVerdict.Unknown, reason);
}

/// <summary>The three answers of a comparison.</summary>
public enum FacetVerdict
{
    /// <summary>Nothing to do.</summary>
    Same,

    /// <summary>Something to do.</summary>
    Different,

    /// <summary>Can't tell.</summary>
    Unknown,
}
