using Autogen.Graph;
using Autogen.Schema;

namespace Autogen.Commands;

/// <summary>
/// What <c>--sql</c> is given: a target, from where the database is; or <c>FROM:TO</c>, and the database is not asked at all.
/// </summary>
/// <param name="From">The rows that the script begins at; <see langword="null"/> for those of the database.</param>
/// <param name="To">Where it goes.</param>
internal sealed record OfflineRange(IReadOnlyList<string>? From, string To)
{
    /// <summary>Parses the range and resolves its ends.</summary>
    /// <exception cref="AutogenException">The range has no end, or counts from where the database is.</exception>
    public static OfflineRange Read(HostSession session, string text, StepDirection direction)
    {
        if (TargetRange.Parse(text) is not { } range)
            return new OfflineRange(null, text);
        if (direction == StepDirection.Downgrade && range is not { From: not null, To: not null })
            throw new AutogenException(ErrorCode.TargetInvalid, $"'{text}' leaves open where a downgrade begins or ends: give FROM:TO.");
        if (HistoryRange.NeedsDatabase(range.From))
            throw new AutogenException(
                ErrorCode.TargetInvalid,
                $"'{text}' counts from where the database is, which a script of a range does not ask. "
                    + $"Name a revision, or give the end only: {range.To ?? "head"}.");
        var from = range.From is { } begin ? UpgradePlan.Stamp(session.Graph, [], [begin]) : [];
        return new OfflineRange(from, range.To ?? "head");
    }
}
