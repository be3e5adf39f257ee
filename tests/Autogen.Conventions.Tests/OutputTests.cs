using System.Text.RegularExpressions;
using Autogen.Testing;

namespace Autogen.Conventions.Tests;

public class OutputTests
{
    [Fact]
    [Case("S6")]
    public void Only_one_place_writes_comments_into_scripts()
    {
        var offenders = Repository.Files("src", "*.cs")
            .Where(file => Path.GetFileName(file) != "SqlComment.cs")
            .SelectMany(file => Repository.Read(file)
                .Split('\n')
                .Where(line => Regex.IsMatch(line, """\$+"+(?:[^"]*\\n)?-- |(?<!\$)"-- [^"]*\\n"""))
                .Select(line => $"{file}: {line.Trim()}"));
        Assert.Empty(offenders);
    }

    [Fact]
    [Case("W9")]
    public void Words_of_others_end_before_the_next_sentence_begins()
    {
        const string Words = @"\{[\w.!]*(\.Message|MessageOf\(\w+\)|FirstLine\(\w+\))(\.TrimEnd\('\.'\))?\}(\.| [A-Z{])";
        var offenders = Repository.Files("src", "*.cs")
            .SelectMany(file => Repository.Read(file)
                .Split('\n')
                .Where(line => Regex.IsMatch(line, Words))
                .Select(line => $"{file}: {line.Trim()}"));
        Assert.Empty(offenders);
    }

    [Fact]
    [Case("S6")]
    public void Only_the_terminal_prints()
    {
        string[] allowed = ["Terminal.cs", "Program.cs", "BundleProgram.cs", "EventWriter.cs", "EachDatabase.cs"];
        var offenders = Repository.Files("src", "*.cs")
            .Where(file => !allowed.Contains(Path.GetFileName(file), StringComparer.Ordinal))
            .Where(file => Regex.IsMatch(Repository.Read(file), @"Console\.(Out|Error|Write)"));
        Assert.Empty(offenders);
    }

    [Fact]
    [Case("S5")]
    public void Results_are_not_redacted()
    {
        string[] allowed =
        [
            "Redaction.cs", "SecretText.cs", "HostEvent.cs", "Terminal.cs", "RoundTrip.cs", "Program.cs", "BundleProgram.cs",
            "EngineFailure.cs", "FailurePrinter.cs", "HostProcess.cs", "WriteHook.cs", "ConnectionUrl.cs",

            // Why a database of a fleet failed is a diagnostic, and a part of the result.
            "FleetMember.cs", "FleetMembers.cs", "FleetRun.cs", "FleetWorker.cs", "FleetListing.cs"
        ];
        var offenders = Repository.Files("src", "*.cs")
            .Where(file => !allowed.Contains(Path.GetFileName(file), StringComparer.Ordinal))
            .Where(file => Regex.IsMatch(Repository.Read(file), @"\bRedaction\.|\.Redacted\("));
        Assert.Empty(offenders);
    }
}
