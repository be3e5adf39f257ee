using Autogen.Schema;

namespace Autogen.Tool.Commands;

/// <summary>Pairs of the form <c>key=value</c>.</summary>
internal static class KeyValues
{
    /// <summary>Reads them; a later one wins.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CommandLine"/>.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var parts = text.Split('=', 2);
            if (parts.Length < 2 || parts[0].Length == 0)
                throw new AutogenException(ErrorCode.CommandLine, $"'-x {text}' is not of the form key=value.");
            pairs[parts[0]] = parts[1];
        }

        return pairs;
    }
}
