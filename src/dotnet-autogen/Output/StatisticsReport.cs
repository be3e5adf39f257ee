using System.Globalization;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema.Statistics;
using Autogen.Tool.Output.Html;

namespace Autogen.Tool.Output;

/// <summary>The statistics of a database, or what changed in them, for people.</summary>
internal static class StatisticsReport
{
    private const string Title = "Statistics of the database";

    /// <summary>Prints it as text.</summary>
    public static void Text(Terminal terminal, StatisticsResult result)
    {
        terminal.Line(Head(result));
        foreach (var (heading, table) in Sections(result, terminal.IsVerbose))
        {
            terminal.Line("");
            if (heading is not null)
                terminal.Line(heading + ":");
            foreach (var line in table.Lines())
                terminal.Line(line);
        }

        if (result.Changes is { Facts: [], Tables: [] })
            terminal.Line("Nothing changed.", "green");
        else if (Note(result) is { } note)
            terminal.Line(note);
    }

    /// <summary>The report as Markdown.</summary>
    public static string Markdown(StatisticsResult result)
    {
        var text = new StringBuilder($"## {Title}\n\n{MarkdownText.Line(Head(result))}\n");
        foreach (var (heading, table) in Sections(result, isVerbose: true))
        {
            if (heading is not null)
                text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n");
            text.Append('\n').Append(table.Markdown());
        }

        if (result.Changes is { Facts: [], Tables: [] })
            text.Append("\nNothing changed.\n");
        else if (Note(result) is { } note)
            text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Line(note)}\n");
        return text.ToString();
    }

    /// <summary>The report as a page.</summary>
    public static string Html(StatisticsResult result)
    {
        var text = new StringBuilder($"<h1>{Title}</h1>\n<p>{HtmlText.Line(Head(result))}</p>\n");
        foreach (var (heading, table) in Sections(result, isVerbose: true))
        {
            if (heading is not null)
                text.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>\n");
            text.Append(table.Html());
        }

        if (result.Changes is { Facts: [], Tables: [] })
            text.Append("<p>Nothing changed.</p>\n");
        else if (Note(result) is { } note)
            text.Append(CultureInfo.InvariantCulture, $"<p class=\"muted\">{HtmlText.Line(note)}</p>\n");
        return HtmlPage.Of(Title, text.ToString());
    }

    // postgresql 15.8, database 'shop': 12 MB, at ae1027a6acf0. Extensions: citext 1.6, plpgsql 1.0.
    private static string Head(StatisticsResult result)
    {
        var database = result.Statistics;
        var free = database.FreeBytes is > 0 and { } bytes ? $" ({ByteText.Of(bytes)} of it free)" : "";
        var extensions = database.Extensions.Count == 0
            ? ""
            : $" Extensions: {string.Join(", ", database.Extensions.Select(extension => $"{extension.Name} {extension.Version}"))}.";
        var at = result.Current.Count == 0 ? "<base>" : string.Join(", ", result.Current);
        return $"{database.Provider} {database.ServerVersion}, database '{database.Database}': "
            + $"{ByteText.Of(database.Bytes) ?? "size unknown"}{free}, at {at}.{extensions}";
    }

    private static string? Note(StatisticsResult result)
        => result.Statistics.Tables.Any(table => table is { Rows: not null, IsEstimate: true })
            ? "~ is the database's estimate; --exact counts every row."
            : null;

    /// <summary>The tables of what changed, without empty ones.</summary>
    public static IEnumerable<(string? Heading, ReportTable Table)> Sections(StatisticsComparison changes)
        => new (string?, ReportTable)[]
        {
            ("Database", Facts(changes)), ("Tables", Changed(changes)), ("Indexes", ChangedIndexes(changes)),
        }.Where(section => !section.Item2.IsEmpty);

    private static IEnumerable<(string? Heading, ReportTable Table)> Sections(StatisticsResult result, bool isVerbose)
        => result.Changes is { } changes
            ? Sections(changes)
            : new (string?, ReportTable)[]
            {
                (null, Tables(result.Statistics)),
                ("Indexes", Indexes(result.Statistics, isVerbose)),
            }.Where(section => !section.Item2.IsEmpty);

    private static ReportTable Tables(DatabaseStatistics database) => new(
        [
            ("Table", false), ("Rows", true), ("Size", true), ("Rows' size", true), ("TOAST", true), ("Indexes", true), ("Dead rows", true),
            ("Seq. scans", true), ("Index scans", true), ("Last vacuum", false), ("Last analyze", false),
        ],
        database.Tables.Select(table => new[]
        {
            table.FullName(), Rows(table), ByteText.Of(table.TotalBytes()), ByteText.Of(table.HeapBytes), ByteText.Of(table.ToastBytes),
            ByteText.Of(table.IndexBytes), Number(table.DeadRows), Number(table.SequentialScans), Number(table.IndexScans),
            table.LastVacuum, table.LastAnalyze,
        }));

    private static ReportTable Indexes(DatabaseStatistics database, bool isVerbose) => new(
        [("Index", false), ("Table", false), ("Unique", false), ("Size", true), ("Scans", true)],
        isVerbose
            ? database.Tables.SelectMany(table => table.Indexes.Select(index => new[]
            {
                index.Name, table.FullName(), index.IsUnique ? "unique" : null, ByteText.Of(index.Bytes), Number(index.Scans),
            }))
            : []);

    private static ReportTable Facts(StatisticsComparison changes) => new(
        [("What", false), ("Before", false), ("Now", false)],
        changes.Facts.Select(fact => new[] { fact.Name, fact.Before ?? "none", fact.After ?? "none" }));

    private static ReportTable Changed(StatisticsComparison changes) => new(
        [
            ("Table", false), ("Change", false), ("Rows before", true), ("Rows now", true), ("Size before", true), ("Size now", true),
            ("Difference", true)
        ],
        changes.Tables.Select(change => new[]
        {
            change.Name,
            Word(change.Before, change.After),
            change.Before is null ? null : Rows(change.Before),
            change.After is null ? null : Rows(change.After),
            ByteText.Of(change.Before?.TotalBytes()),
            ByteText.Of(change.After?.TotalBytes()),
            ByteText.Difference(change.Before?.TotalBytes(), change.After?.TotalBytes()),
        }));

    private static ReportTable ChangedIndexes(StatisticsComparison changes) => new(
        [("Index", false), ("Table", false), ("Change", false), ("Size before", true), ("Size now", true)],
        changes.Tables.SelectMany(change => change.Indexes.Select(index => new[]
        {
            index.Name, change.Name, Word(index.Before, index.After), ByteText.Of(index.Before?.Bytes), ByteText.Of(index.After?.Bytes),
        })));

    private static string Word(object? before, object? after) => before is null ? "added" : after is null ? "removed" : "changed";

    private static string? Rows(TableStatistics table)
        => table.Rows is not { } rows ? "?" : (table.IsEstimate ? "~" : "") + Number(rows);

    private static string? Number(long? number) => number?.ToString("#,0", CultureInfo.InvariantCulture);
}
