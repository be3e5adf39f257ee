using Autogen.Design.Planning.Columns;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>What an operation endangers. Data: the renderer writes it above the operation, the face onto the terminal.</summary>
/// <param name="Kind">The kind of danger.</param>
/// <param name="Message">
/// One sentence for people, without a full stop, naming the object: <c>drops column 'customers.fax' and what is in it</c>.
/// </param>
internal sealed record Risk(RiskKind Kind, string Message)
{
    /// <summary>
    /// The rename that it may be: what <c>--rename</c> would say, and the question for a person;
    /// <see langword="null"/> where nothing looks like one.
    /// </summary>
    public PossibleRename? Rename { get; init; }

    /// <summary>The column whose rows need a value that somebody must give; <see langword="null"/> if that is not the danger.</summary>
    public MissingValue? Missing { get; init; }
}

/// <summary>A drop and an add that may be a rename.</summary>
/// <param name="Hint">The rename; its text is what <c>--rename</c> takes.</param>
/// <param name="Question">The question: <c>Did you rename 'orders.total' to 'amount'?</c></param>
internal sealed record PossibleRename(RenameHint Hint, string Question);

/// <summary>The kinds of danger, worst first.</summary>
internal enum RiskKind
{
    /// <summary>Data is gone afterwards, or may be.</summary>
    DataLoss,

    /// <summary>The database no longer refuses what it refused: equal values of a unique index or constraint.</summary>
    LostGuarantee,

    /// <summary>It was guessed: a drop and an add may be a rename, a value for existing rows was chosen.</summary>
    Guess,

    /// <summary>It fails if the existing rows do not permit it.</summary>
    MayFail,

    /// <summary>Every row is rewritten, under an exclusive lock.</summary>
    TableRewrite,

    /// <summary>Writes, or reads and writes, wait while it runs, for as long as the table is large.</summary>
    LongLock,

    /// <summary>Nothing is endangered, but a reader should know.</summary>
    Note,
}
