namespace Autogen.Tool.Output.Html;

/// <summary>
/// A page that is one file: its style sheet is in it, it needs no script, and it loads nothing. The same for every report.
/// </summary>
internal static class HtmlPage
{
    // The policy keeps a browser from running or loading anything, should an escape be missing.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = ReadStyle();

    /// <summary>The page; well-formed XML after its first line.</summary>
    /// <param name="title">The title, as text.</param>
    /// <param name="body">What is in <c>main</c>, as HTML.</param>
    public static string Of(string title, string body) =>
        $"""
        <!DOCTYPE html>
        <html lang="en" dir="ltr">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="{Policy}" />
        <title>{HtmlText.Line(title)}</title>
        <style>
        {Style}</style>
        </head>
        <body>
        <main>
        {body}</main>
        </body>
        </html>

        """;

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("page.css")!; // embedded by the project file
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
