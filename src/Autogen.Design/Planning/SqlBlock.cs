namespace Autogen.Design.Planning;

/// <summary>PostgreSQL's anonymous blocks: for what can't be said without asking the catalogue when the revision runs.</summary>
internal static class SqlBlock
{
    /// <summary>A <c>DO</c> statement. The body's lines end with semicolons, and are indented by one level.</summary>
    public static string Do(string body)
    {
        var tag = "$do$";
        for (var number = 1; body.Contains(tag, StringComparison.Ordinal); number++)
            tag = FormattableString.Invariant($"$do{number}$");
        return $"DO {tag}\n{body.Replace("\r\n", "\n", StringComparison.Ordinal)}\n{tag};";
    }
}
