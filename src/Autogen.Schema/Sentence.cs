namespace Autogen.Schema;

/// <summary>Joins the words of others (an exception's message, a server's error) with the sentences of a message.</summary>
internal static class Sentence
{
    /// <summary>The text with a full stop, where it does not end with a mark of its own.</summary>
    public static string Ended(string text)
    {
        var trimmed = text.TrimEnd();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' or '…' or ':' or ';' ? trimmed : trimmed + ".";
    }
}
