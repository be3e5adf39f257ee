namespace Autogen.Tool.Output.Diff;

/// <summary>Definitions of both sides, a line each behind <c>-</c> for the database's, <c>+</c> for the model's.</summary>
internal static class DefinitionDiff
{
    /// <summary>The lines of all objects; empty where none has a definition.</summary>
    public static string Of(IEnumerable<DiffObject> objects)
        => string.Concat(objects.SelectMany(item => Lines(LinesOf(item.Before), LinesOf(item.After))).Select(line => line + "\n"));

    // The equal lines at both ends belong to both sides.
    private static IEnumerable<string> Lines(string[] before, string[] after)
    {
        var shorter = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < shorter && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;
        return
        [
            .. before[..head].Select(line => "  " + line),
            .. before[head..^tail].Select(line => "- " + line),
            .. after[head..^tail].Select(line => "+ " + line),
            .. before[^tail..].Select(line => "  " + line),
        ];
    }

    private static string[] LinesOf(string? definition) => definition is null ? [] : definition.Split('\n');
}
