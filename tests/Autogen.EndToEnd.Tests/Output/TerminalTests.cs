using Autogen.Messages;
using Autogen.Output;
using Autogen.Testing;
using Autogen.Tool.Output;

namespace Autogen.EndToEnd.Tests.Output;

public class TerminalTests
{
    [Fact]
    [Case("S6")]
    public void Text_for_people_is_visible_and_only_the_tool_begins_lines()
    {
        var (output, errors) = Printed(terminal =>
        {
            terminal.Line(HostileText.Name);
            terminal.Progress(HostileText.Name);
            terminal.ProgressPart(HostileText.Name);
            terminal.Progress("");
            terminal.Warn(HostileText.Name);
            terminal.Error(HostileText.Name);
            terminal.Verbose(HostileText.Name);
            new EventPrinter(terminal).Print(new WaitingEvent(HostileText.Name));
            new EventPrinter(terminal).Print(
                new StepStartedEvent(new StepMessage("upgrade", [HostileText.Name], [HostileText.Name], HostileText.Name)));
        });
        Assert.Empty(HostileText.In(output + errors));
        Assert.Equal(5, output.Split('\n').Length);
        Assert.DoesNotContain("\nerror", output, StringComparison.Ordinal);
        Assert.Equal(3, errors.Split("\n  error AG0001").Length - 1);
    }

    [Fact]
    [Case("S5")]
    public void Scripts_documents_and_lines_are_never_redacted()
    {
        const string Text = "ENUM ('sad', 'ok'); Password=sad;Host=h; postgresql://u:sad@h/d";
        var (output, errors) = Printed(terminal =>
        {
            terminal.Redact("postgresql://u:sad@h/d");
            terminal.Exact(Text + "\u001b");
            terminal.Line(Text);
            terminal.Document(Text);
            terminal.Verbose(Text);
        });
        Assert.Equal(Text + "\u001b" + Text + "\n" + Text, output.TrimEnd('\n'));
        Assert.Equal("ENUM ('sad', 'ok'); Password=***;Host=h; postgresql://u:***@h/d\n", errors);
    }

    [Fact]
    [Case("S7")]
    public void Every_part_of_a_failure_is_redacted()
    {
        var failed = new FailedEvent("AG0018", 1, "Password=sad;Host=h: sad", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sql"] = "SELECT dblink('host=h password=sad')",
            ["revision"] = "sad"
        }, "at X(\"postgresql://u:sad@h\")").Redacted([]);
        Assert.Equal("Password=***;Host=h: sad", failed.Message);
        Assert.Equal("SELECT dblink('host=h password=***')", failed.Details["sql"]);
        Assert.Equal("sad", failed.Details["revision"]);
        Assert.Equal("at X(\"postgresql://u:***@h\")", failed.Stack);
    }

    [Fact]
    [Case("W4")]
    public void Tables_that_are_left_alone_are_counted()
    {
        var diff = SampleDiff.Long(300);
        Assert.Equal(
            "Left alone: 300 tables that neither the model nor a revision knows: other_000, other_001, other_002, other_003, other_004, "
                + "other_005, other_006, other_007 and 292 more (--verbose names them).\n"
                + "Left alone: 300 version tables and logs of other tools or schemas (--verbose names them).\n",
            Printed(terminal => LeftAloneText.Print(terminal, diff), isVerbose: false).Output);
        var all = Printed(terminal => LeftAloneText.Print(terminal, diff)).Output;
        Assert.Contains("other_298, other_299.\n", all, StringComparison.Ordinal);
        Assert.EndsWith("tenant_299.autogen_version.\n", all, StringComparison.Ordinal);
    }

    [Theory]
    [Case("W4")]
    [InlineData(100, false, 100, "Detected added 99")]
    [InlineData(250, false, 101, "… and 150 more; list them with --verbose or --json.")]
    [InlineData(250, true, 250, "Detected added 249")]
    public void Detected_changes_are_counted(int count, bool isVerbose, int lines, string last)
    {
        var output = Printed(
            terminal =>
            {
                var printer = new EventPrinter(terminal);
                for (var number = 0; number < count; number++)
                    printer.Print(new DetectedEvent(SampleDiff.Change("added", "table", null, $"{number}", $"added {number}")));
                printer.EndLine();
            },
            isVerbose).Output.TrimEnd('\n').Split('\n');
        Assert.Equal((lines, last), (output.Length, output[^1]));
    }

    // The process's streams are what a terminal is made on.
    private static (string Output, string Errors) Printed(Action<Terminal> print, bool isVerbose = true)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var toOutput = new StringWriter();
        using var toErrors = new StringWriter();
        try
        {
            Console.SetOut(toOutput);
            Console.SetError(toErrors);
            print(new Terminal(json: false, verbose: isVerbose, quiet: false, colour: false));
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }

        return (toOutput.ToString(), toErrors.ToString());
    }
}
