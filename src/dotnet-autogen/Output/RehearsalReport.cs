using System.Globalization;
using System.Text;
using Autogen.Messages;
using Autogen.Output;
using Autogen.Schema;
using Autogen.Schema.Statistics;
using Autogen.Tool.Output.Html;

namespace Autogen.Tool.Output;

/// <summary>What a rehearsal has found out, for people.</summary>
internal static class RehearsalReport
{
    private const string Title = "Rehearsal of an upgrade";

    // How many statements a terminal gets without --verbose.
    private const int SlowestInText = 10;

    /// <summary>Prints it as text.</summary>
    public static void Text(Terminal terminal, RehearseResult result)
    {
        if (result.Copy is null)
        {
            terminal.Line(Nothing(result));
            return;
        }

        foreach (var (heading, table) in Tables(result, terminal.IsVerbose ? null : SlowestInText))
        {
            terminal.Line("");
            terminal.Line(heading + ":");
            foreach (var line in table.Lines())
                terminal.Line(line);
        }

        foreach (var (heading, lines, isBad) in Lists(result))
        {
            terminal.Line("");
            terminal.Line(heading + ":", isBad ? "yellow" : "default");
            foreach (var line in LongList.Lines(lines, terminal.IsVerbose))
                terminal.Paragraph("  " + line);
        }

        terminal.Line("");
        var (verdict, isFine) = Verdict(result);
        terminal.Paragraph(verdict, isFine ? "green" : "red");
    }

    /// <summary>The report as Markdown.</summary>
    public static string Markdown(RehearseResult result)
    {
        var text = new StringBuilder($"## {Title}\n\n{MarkdownText.Line(Head(result))}\n\n");
        if (result.Copy is null)
            return text.Append(MarkdownText.Line(Nothing(result))).Append('\n').ToString();
        text.Append("**").Append(MarkdownText.Line(Verdict(result).Text)).Append("**\n");
        foreach (var (heading, lines, _) in Lists(result))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n");
            foreach (var line in lines)
                text.Append("* ").Append(MarkdownText.Line(line)).Append('\n');
        }

        foreach (var (heading, table) in Tables(result))
            text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n").Append(table.Markdown());
        return text.ToString();
    }

    /// <summary>The report as a page, with bars.</summary>
    public static string Html(RehearseResult result)
    {
        var text = new StringBuilder($"<h1>{Title}</h1>\n<p>{HtmlText.Line(Head(result))}</p>\n");
        if (result.Copy is null)
            return HtmlPage.Of(Title, text.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Line(Nothing(result))}</p>\n").ToString());
        text.Append(CultureInfo.InvariantCulture, $"<p><strong>{HtmlText.Line(Verdict(result).Text)}</strong></p>\n");
        foreach (var (heading, lines, _) in Lists(result))
        {
            text.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>\n<ul>\n");
            foreach (var line in lines)
                text.Append(CultureInfo.InvariantCulture, $"<li>{HtmlText.Line(line)}</li>\n");
            text.Append("</ul>\n");
        }

        Bars(
            text,
            "Time of each statement",
            [.. result.Steps.SelectMany(step => step.Statements.Select(statement => (
                $"{step.Direction} {step.Id}, {statement.Number}: {statement.Operation}", statement.Milliseconds)))]);
        Bars(
            text,
            "Locks that block writing or reading",
            [.. result.Steps.SelectMany(step => step.Locks.Where(Blocks).Select(taken => (
                $"{step.Direction} {step.Id}: {taken.Table}, {taken.Mode}", taken.Milliseconds)))]);
        foreach (var (heading, table) in Tables(result))
            text.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>\n").Append(table.Html());
        return HtmlPage.Of(Title, text.ToString());
    }

    private static bool Blocks(RehearsedLockMessage taken) => taken.Blocks != "schema changes";

    // An element of HTML's own: the page has no script, and no style in attributes.
    private static void Bars(StringBuilder text, string heading, IReadOnlyList<(string Label, double Milliseconds)> bars)
    {
        if (bars.Count == 0)
            return;
        var longest = Math.Max(bars.Max(bar => bar.Milliseconds), 0.001);
        text.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>\n<ul class=\"bars\">\n");
        foreach (var (label, milliseconds) in bars)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<li><label>{HtmlText.Line(label)}: {DurationText.Of(milliseconds)}<br>"
                    + $"<meter min=\"0\" max=\"{longest:0.###}\" value=\"{milliseconds:0.###}\"></meter></label></li>\n");
        }

        text.Append("</ul>\n");
    }

    private static string Nothing(RehearseResult result)
        => $"Nothing to rehearse: the database is at {At(result.Before)}, and no revision is pending.";

    // postgresql 15.8, database 'shop': 12 MB, at ae1027a6acf0. Upgraded to 5cb8… on a copy, which was made in 1.2 s and is dropped.
    private static string Head(RehearseResult result)
    {
        var database = result.Statistics;
        var copy = result.Copy is null
            ? ""
            : $" Upgraded to {At(result.After)} on a copy, which was made in {DurationText.Of(result.CopyMilliseconds)} and is dropped.";
        return $"{database.Provider} {database.ServerVersion}, database '{database.Database}': "
            + $"{ByteText.Of(database.Bytes) ?? "size unknown"}, at {At(result.Before)}.{(result.Failure is null ? copy : "")}";
    }

    private static string At(IReadOnlyList<string> revisions) => revisions.Count == 0 ? "<base>" : string.Join(", ", revisions);

    private static (string Text, bool IsFine) Verdict(RehearseResult result)
    {
        if (result.Failure is not null)
            return ("The rehearsal failed. The database itself was not changed.", false);
        var upgrades = result.Steps.Where(step => step.Direction == "upgrade").ToList();
        var longest = upgrades.SelectMany(step => step.Locks).Where(Blocks).MaxBy(taken => taken.Milliseconds);
        var time = $"The upgrade of {upgrades.Count} {(upgrades.Count == 1 ? "revision" : "revisions")} takes "
            + $"{DurationText.Of(upgrades.Sum(step => step.Milliseconds))}"
            + (longest is null ? "" : $" and blocks {longest.Blocks} of {longest.Table} for up to {DurationText.Of(longest.Milliseconds)}")
            + ".";
        var wrong = new List<string>();
        if (result.Exceeded.Count > 0)
            wrong.Add("a limit is exceeded");
        if (result.Model.Count > 0)
            wrong.Add("the model differs from what the upgrade makes");
        if (result.DowngradeLeaves.Count > 0)
            wrong.Add("the downgrade does not give back the schema");
        return wrong.Count == 0 ? (time, true) : ($"{time} But {string.Join("; ", wrong)}.", false);
    }

    private static IEnumerable<(string Heading, IReadOnlyList<string> Lines, bool IsBad)> Lists(RehearseResult result)
        => new (string, IReadOnlyList<string>, bool)[]
        {
            ("Failed", result.Failure is { } failure ? [failure] : [], true),
            ("Limits of autogen.json that are exceeded", result.Exceeded, true),
            ("After all revisions the model differs from the database", result.Model, true),
            ("The upgrade changes values of columns that it keeps", result.ChangedValues, false),
            ("What the downgrade does not give back", result.DowngradeLeaves, true),
            ("Values that the downgrade does not give back", result.LostValues, true),
        }.Where(list => list.Item2.Count > 0);

    // With a number of slowest statements it is short.
    private static IEnumerable<(string Heading, ReportTable Table)> Tables(RehearseResult result, int? slowest = null)
        => new (string, ReportTable)[]
        {
            ("Revisions", Revisions(result)),
            (result.Steps.Sum(step => step.Statements.Count) > slowest
                ? $"The {slowest} slowest statements (--verbose lists all)"
                : "Statements", Statements(result, slowest)),
            ("Locks on existing tables", Locks(result)),
        }
        .Concat(result.Changes is { } changes
            ? StatisticsReport.Sections(changes).Where(section => slowest is null || section.Heading is not "Indexes")
                .Select(section => ($"{section.Heading} after the upgrade", section.Table))
            : [])
        .Where(section => !section.Item2.IsEmpty);

    private static ReportTable Revisions(RehearseResult result) => new(
        [("Revision", false), ("Message", false), ("Direction", false), ("Time", true), ("Rows", true), ("Write-ahead log", true)],
        result.Steps.Select(step => new[]
        {
            step.Id,
            step.Message,
            step.Direction,
            DurationText.Of(step.Milliseconds),
            Number(step.Statements.Sum(statement => statement.Rows)),
            step.Statements.Any(statement => statement.LogBytes is not null)
                ? ByteText.Of(step.Statements.Sum(statement => statement.LogBytes ?? 0))
                : null,
        }));

    private static ReportTable Statements(RehearseResult result, int? slowest) => new(
        [
            ("Revision", false), ("No.", true), ("Operation", false), ("Time", true), ("Rows", true), ("Write-ahead log", true),
            ("Batches", true), ("Rewrites", false), ("SQL", false),
        ],
        Slowest(result, slowest).Select(item => Row(item.Step, item.Statement, slowest is null)));

    // In the order in which they ran.
    private static IEnumerable<(RehearsedStepMessage Step, RehearsedStatementMessage Statement)> Slowest(
        RehearseResult result, int? slowest)
    {
        var all = result.Steps.SelectMany(step => step.Statements.Select(statement => (Step: step, Statement: statement))).ToList();
        var shown = all.OrderByDescending(item => item.Statement.HasFailed).ThenByDescending(item => item.Statement.Milliseconds)
            .Take(slowest ?? all.Count)
            .ToHashSet();
        return all.Where(shown.Contains);
    }

    private static string?[] Row(RehearsedStepMessage step, RehearsedStatementMessage statement, bool withSql)
        =>
        [
            step.Direction == "upgrade" ? step.Id : $"{step.Id} (downgrade)",
            Number(statement.Number),
            statement.Operation + (statement.HasFailed ? " FAILED" : ""),
            DurationText.Of(statement.Milliseconds),
            statement.Rows == 0 ? null : Number(statement.Rows),
            ByteText.Of(statement.LogBytes),
            statement.Batches == 1 ? null : Number(statement.Batches),
            string.Join(", ", statement.Rewritten),
            withSql ? Short(statement.Sql) : null,
        ];

    private static ReportTable Locks(RehearseResult result) => new(
        [("Revision", false), ("What", false), ("Mode", false), ("Blocks", false), ("Held at most", true), ("Taken by", true)],
        result.Steps.SelectMany(step => step.Locks.Select(taken => new[]
        {
            step.Direction == "upgrade" ? step.Id : $"{step.Id} (downgrade)",
            taken.Table,
            taken.Mode,
            taken.Blocks,
            DurationText.Of(taken.Milliseconds),
            Number(taken.Number),
        })));

    private static string? Short(string? sql)
    {
        const int Longest = 80;
        if (sql is null)
            return null;
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
