using System.Globalization;
using Autogen.Schema;

namespace Autogen.Graph;

/// <summary>Where a user wants to go: a place, and steps from it.</summary>
/// <param name="Place"><c>head</c>, <c>heads</c>, <c>base</c>, an id or a prefix; <see langword="null"/> for where the database is.</param>
/// <param name="Steps">So many steps up (positive) or down (negative) from there.</param>
internal sealed record Target(string? Place, int Steps)
{
    /// <summary>Reads a target.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.TargetInvalid"/>.</exception>
    public static Target Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
            throw Invalid(text);

        var sign = trimmed.LastIndexOfAny(['+', '-']);
        if (sign < 0)
            return new Target(trimmed, 0);
        if (!int.TryParse(trimmed[sign..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var steps) || steps == 0)
            throw Invalid(text);
        return new Target(sign == 0 ? null : trimmed[..sign], steps);
    }

    /// <inheritdoc/>
    public override string ToString() => Place + (Steps == 0 ? "" : Steps.ToString("+0;-0", CultureInfo.InvariantCulture));

    private static AutogenException Invalid(string text)
        => new(ErrorCode.TargetInvalid, $"'{text}' is no target. A target is head, heads, base, a revision's id or a prefix of it, +N, -N, ID+N or ID-N.");
}
