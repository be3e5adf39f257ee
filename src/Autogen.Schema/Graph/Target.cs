using System.Globalization;
using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Where a user wants to go: a place, perhaps on one branch only, and steps from it.</summary>
/// <param name="Branch">The label, id or prefix in front of an <c>@</c>; <see langword="null"/> if none exists.</param>
/// <param name="Place">
/// <c>head</c>, <c>heads</c>, <c>base</c>, <c>current</c>, an id, a prefix or a label; <see langword="null"/> for where the database is.
/// </param>
/// <param name="Steps">So many steps up (positive) or down (negative) from there.</param>
internal sealed record Target(string? Branch, string? Place, int Steps)
{
    /// <summary>The forms of a target, for messages.</summary>
    public const string Forms =
        "head, heads, base, a revision's id, a prefix or a label of it, +N, -N, REV+N, REV-N, or one of these behind LABEL@";

    /// <summary>Reads a target.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.TargetInvalid"/>.</exception>
    public static Target Parse(string text)
    {
        var rest = text.Trim();
        if (rest.Length == 0 || rest.Contains(':', StringComparison.Ordinal))
            throw Invalid(text);

        string? branch = null;
        if (rest.IndexOf('@', StringComparison.Ordinal) is var at && at >= 0)
        {
            branch = rest[..at];
            rest = rest[(at + 1)..];
            if (branch.Length == 0
                || rest.Length == 0
                || rest.Contains('@', StringComparison.Ordinal)
                || branch.AsSpan().ContainsAny('+', '-'))
                throw Invalid(text);
        }

        var sign = rest.IndexOfAny(['+', '-']);
        if (sign < 0)
            return new Target(branch, rest, 0);
        if (!int.TryParse(rest[sign..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var steps)
            || steps == 0
            || rest.IndexOfAny(['+', '-'], sign + 1) >= 0)
            throw Invalid(text);
        return new Target(branch, sign == 0 ? null : rest[..sign], steps);
    }

    /// <inheritdoc/>
    public override string ToString()
        => (Branch is null ? "" : Branch + "@") + Place + (Steps == 0 ? "" : Steps.ToString("+0;-0", CultureInfo.InvariantCulture));

    private static AutogenException Invalid(string text)
        => new(ErrorCode.TargetInvalid, $"'{text}' is not a valid target. A target is {Forms}.");
}
