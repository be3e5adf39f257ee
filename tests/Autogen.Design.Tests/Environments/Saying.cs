namespace Autogen.Design.Tests.Environments;

/// <summary>An environment of functions, with a record of what it was asked.</summary>
internal sealed class Saying : IAutogenEnvironment
{
    public List<SchemaObject> Asked { get; } = [];

    public Func<SchemaObject, bool> Includes { get; init; } = _ => true;

    public Func<FacetComparison, ComparisonAnswer> Compares { get; init; } = _ => ComparisonAnswer.Undecided;

    public Action<OperationsReview> Reviews { get; init; } = _ => { };

    public Action<RevisionNaming> Names { get; init; } = _ => { };

    public Action<RevisionRendering> Renders { get; init; } = _ => { };

    public bool Include(SchemaObject item)
    {
        Asked.Add(item);
        return Includes(item);
    }

    public ComparisonAnswer Compare(FacetComparison comparison) => Compares(comparison);

    public void Review(OperationsReview review) => Reviews(review);

    public void Name(RevisionNaming naming) => Names(naming);

    public void Render(RevisionRendering rendering) => Renders(rendering);
}
