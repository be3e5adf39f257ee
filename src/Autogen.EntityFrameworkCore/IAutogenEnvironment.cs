namespace Autogen;

/// <summary>
/// What a project has to say about autogenerating, in code: what Alembic's <c>env.py</c> is. <c>revision --autogenerate</c>, <c>check</c>,
/// <c>diff</c> and <c>adopt</c> find the one class of the project (else of the startup project) that implements it, make it by its public
/// parameterless constructor, and ask it. Every member has a default: implement what is wanted only. What an implementation throws ends the
/// command with its message (AG0041).
/// </summary>
public interface IAutogenEnvironment
{
    /// <summary>Called once, before all others.</summary>
    /// <param name="run">The command, the <c>-x key=value</c> pairs and the context.</param>
    void Begin(EnvironmentRun run)
    {
    }

    /// <summary>
    /// Whether an object takes part in the comparison. It is asked of every object of both sides, parts of tables too; what is excluded on
    /// one side is excluded on both, and so nothing is done to it in either direction. With a schema goes all that is in it, with a table
    /// all its parts, with a column all of its table that names it (keys, indexes, checks, generated columns, values of rows). A foreign
    /// key to an excluded table or column is still compared: what it refers to is there, only not managed here.
    /// </summary>
    /// <param name="item">The object.</param>
    bool Include(SchemaObject item) => true;

    /// <summary>
    /// Whether two texts are one: the type, the default or the expression of a column, the expression of a check constraint, a property of
    /// an index. It is asked where the texts are not equal, before the tool decides; for objects that both sides have.
    /// </summary>
    /// <param name="comparison">The two texts, and of what they are.</param>
    ComparisonAnswer Compare(FacetComparison comparison) => ComparisonAnswer.Undecided;

    /// <summary>
    /// Has the last word on the operations of the upgrade and of the downgrade: they may be removed, replaced,
    /// changed, reordered and added to.
    /// </summary>
    /// <param name="review">Both lists.</param>
    void Review(OperationsReview review)
    {
    }

    /// <summary>
    /// May change the message, the name of the class and the name of the file of a revision that is about to be written. Not called for
    /// revisions without <c>--autogenerate</c>.
    /// </summary>
    /// <param name="naming">The names.</param>
    void Name(RevisionNaming naming)
    {
    }

    /// <summary>
    /// May add usings, and lines at the top, to the file of a revision that is about to be written. Not called for revisions
    /// without <c>--autogenerate</c>.
    /// </summary>
    /// <param name="rendering">What the file gets.</param>
    void Render(RevisionRendering rendering)
    {
    }
}
