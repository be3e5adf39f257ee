namespace Autogen.Graph;

/// <summary>
/// What can be a revision's id or a branch label: a text that means nothing else in a target, in a file's name or in a text of SQL.
/// </summary>
internal static class RevisionName
{
    /// <summary>What a name must not be, for the end of a message.</summary>
    public const string Rule =
        "it must not be empty, longer than 100 characters, a word of the command line (head, heads, base, current), or hold white space or "
            + "one of @ - + : / \\ ' \" ;";

    private const int Longest = 100;
    private const string Forbidden = "@-+:/\\'\";";

    /// <summary>Whether a text can be one.</summary>
    public static bool IsValid(string name)
        => name.Length is > 0 and <= Longest
            && name is not ("head" or "heads" or "base" or "current")
            && !name.Any(character => char.IsWhiteSpace(character)
                || char.IsControl(character)
                || Forbidden.Contains(character, StringComparison.Ordinal));
}
