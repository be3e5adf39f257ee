using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Environments;

/// <summary>
/// A project's <see cref="IAutogenEnvironment"/>, as the engine asks it: what it throws becomes an error of the project's own.
/// </summary>
/// <param name="environment">The project's class.</param>
internal sealed class ProjectEnvironment(IAutogenEnvironment environment)
{
    private EnvironmentRun? run;

    /// <summary>The class's name.</summary>
    private string Name => environment.GetType().FullName ?? environment.GetType().Name;

    /// <inheritdoc cref="IAutogenEnvironment.Begin"/>
    public void Begin(EnvironmentRun run)
    {
        this.run = run;
        Ask(nameof(IAutogenEnvironment.Begin), () => environment.Begin(run));
    }

    /// <inheritdoc cref="IAutogenEnvironment.Include"/>
    public bool Include(SchemaObject item) => Ask(nameof(IAutogenEnvironment.Include), () => environment.Include(item));

    /// <summary>What the project says of two texts; it can't tell where it leaves it to the comparison.</summary>
    public FacetVerdict Compare(FacetQuestion question)
    {
        var comparison = new FacetComparison
        {
            Kind = question.Kind,
            Schema = question.Table?.Schema,
            Table = question.Table?.Name ?? "",
            Name = question.Name,
            Facet = question.Facet,
            InDatabase = question.Live,
            InModel = question.Model,
        };
        return Ask(nameof(IAutogenEnvironment.Compare), () => environment.Compare(comparison)) switch
        {
            ComparisonAnswer.Undecided => FacetVerdict.Unknown,
            ComparisonAnswer.Same => FacetVerdict.Same,
            ComparisonAnswer.Different => FacetVerdict.Different,
            var other
                => throw Refused($"{nameof(IAutogenEnvironment.Compare)} answers {other}, which is not Undecided, Same or Different."),
        };
    }

    /// <inheritdoc cref="IAutogenEnvironment.Review"/>
    public OperationsReview Review(IEnumerable<MigrationOperation> upgrade, IEnumerable<MigrationOperation> downgrade)
    {
        var review = new OperationsReview(run ?? throw new InvalidOperationException("The environment has not begun."), upgrade, downgrade);
        Ask(nameof(IAutogenEnvironment.Review), () => environment.Review(review));
        if (review.Upgrade.Concat(review.Downgrade).Any(operation => operation is null))
            throw Refused(
                $"{nameof(IAutogenEnvironment.Review)} put a null in place of an operation. Remove the operation from the list instead.");
        return review;
    }

    /// <inheritdoc cref="IAutogenEnvironment.Name"/>
    public RevisionNaming Naming(string id, string message)
    {
        var naming = new RevisionNaming(id, message);
        Ask(nameof(IAutogenEnvironment.Name), () => environment.Name(naming));
        return naming;
    }

    /// <inheritdoc cref="IAutogenEnvironment.Render"/>
    public RevisionRendering Rendering(string id)
    {
        var rendering = new RevisionRendering(id);
        Ask(nameof(IAutogenEnvironment.Render), () => environment.Render(rendering));
        return rendering;
    }

    /// <summary>An answer that can't be used.</summary>
    public AutogenException Refused(string message) => new(ErrorCode.EnvironmentInvalid, $"{Name}.{message}");

    private void Ask(string member, Action ask) => Ask(member, () =>
    {
        ask();
        return true;
    });

    private T Ask<T>(string member, Func<T> ask)
    {
        try
        {
            return ask();
        }
#pragma warning disable CA1031 // Whatever the project's own code throws is the user's to read.
        catch (Exception exception) when (exception is not (AutogenException or OperationCanceledException))
#pragma warning restore CA1031
        {
            throw new AutogenException(
                ErrorCode.EnvironmentInvalid,
                $"{Name}.{member} threw {exception.GetType().Name}: {Sentence.Ended(exception.Message)} --verbose shows where.",
                exception);
        }
    }
}
