using System.Security.Cryptography;
using System.Text;
using Autogen.EndToEnd.Tests.Running;
using Autogen.Testing;

namespace Autogen.EndToEnd.Tests;

/// <summary>
/// What people do to a project by mistake, before anything is built: one message with the expected code each, exit code 1, no stack trace,
/// nothing called a defect, nothing changed or half-written.
/// </summary>
[Case("R8")]
public class MistakeTests
{
    private const string Sdk = "<Project Sdk=\"Microsoft.NET.Sdk\">";
    private const string Framework = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";
    private const string Reference =
        "<ItemGroup><PackageReference Include=\"Autogen.EntityFrameworkCore\" Version=\"0.1.0\" /></ItemGroup>";
    private const string Project = $"{Sdk}{Framework}{Reference}</Project>";
    private static readonly string[] revision = ["revision", "-m", "x"];
    private static readonly string[] history = ["history"];
    private static readonly string[] init = ["init"];

    private static readonly Mistake[] mistakes =
    [
        // Where the command is run, and on what.
        new("no project", "AG0002", revision),
        new("a folder with a solution only", "AG0002", revision, ("app.sln", "")),
        new("two projects", "AG0003", revision, ("a.csproj", Project), ("b.csproj", Project)),
        new("a file that is not a project", "AG0002", ["revision", "-m", "x", "-p", "a.txt"], ("a.txt", "")),
        new("a solution", "AG0002", ["init", "-p", "a.sln"], ("a.sln", "")),
        new("F#", "AG0078", init, ("a.fsproj", Sdk + Framework + "</Project>")),
        new("Visual Basic", "AG0078", revision, ("a.vbproj", Sdk + Framework + "</Project>")),
        new("an empty project file", "AG0004", init, ("a.csproj", "")),
        new("a project without an SDK", "AG0078", init, ("a.csproj", "<Project />")),
        new(
            ".NET Framework",
            "AG0078",
            init,
            ("a.csproj", Sdk + "<PropertyGroup><TargetFramework>net48</TargetFramework></PropertyGroup></Project>")),
        new("EF Core 9, centrally", "AG0078", init,
            ("a.csproj", Sdk + Framework
                + "<ItemGroup><PackageReference Include=\"Microsoft.EntityFrameworkCore.Sqlite\" /></ItemGroup></Project>"),
            (
                "Directory.Packages.props",
                "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>"
                    + "<ItemGroup><PackageVersion Include=\"Microsoft.EntityFrameworkCore.Sqlite\" Version=\"[9.0.1,10)\" /></ItemGroup>"
                    + "</Project>")),
        new(
            "C# 9 of the folder above",
            "AG0078",
            revision,
            ("a.csproj", Project),
            ("Directory.Build.props", "<Project><PropertyGroup><LangVersion>9</LangVersion></PropertyGroup></Project>")),
        new("no package", "AG0008", revision, ("a.csproj", Sdk + Framework + "</Project>")),
        new(
            "no package, merging",
            "AG0008",
            ["merge", "heads"],
            ("a.csproj", Sdk + Framework + "</Project>"),
            ("Revisions/a.cs", Class("aaaa01")),
            ("Revisions/b.cs", Class("bbbb01", "B"))),
        new(
            "a broken Directory.Build.props",
            "AG0004",
            init,
            ("a.csproj", Project),
            ("Directory.Build.props", "<Project>\n<PropertyGroup>\n</Project>")),
        new(
            "an import that is missing",
            "AG0004",
            init,
            ("a.csproj", Project),
            ("Directory.Build.props", "<Project><Import Project=\"nowhere.props\" /></Project>")),
        new(
            "an SDK that is missing",
            "AG0004",
            init,
            ("a.csproj", Project),
            ("global.json", "{ \"sdk\": { \"version\": \"99.0.100\", \"rollForward\": \"disable\" } }")),

        // autogen.json.
        new("autogen.json is a folder", "AG0005", history, ("a.csproj", Project), ("autogen.json/x", "")),
        new("autogen.json is a folder, for init", "AG0006", init, ("a.csproj", Project), ("autogen.json/x", "")),
        new("autogen.json in Latin-1", "AG0005", history, ("a.csproj", Project), ("autogen.json", "latin-1:{ \"revisions\": \"Größe\" }")),
        new(
            "autogen.json in UTF-16 without a mark",
            "AG0005",
            history,
            ("a.csproj", Project),
            ("autogen.json", "utf-16:{ \"revisions\": \"Revisions\" }")),
        new(
            "autogen.json with a conflict",
            "AG0005",
            history,
            ("a.csproj", Project),
            ("autogen.json", "{\n<<<<<<< HEAD\n=======\n>>>>>>> x\n}")),
        new("a namespace with a hyphen", "AG0005", revision, ("a.csproj", Project), ("autogen.json", "{ \"namespace\": \"my-app\" }")),

        // Where the file is written.
        new("a file where the folder should be", "AG0079", revision, ("a.csproj", Project), ("Revisions", "")),
        new(
            "a folder that can't be made",
            "AG0079",
            revision,
            ("a.csproj", Project),
            ("autogen.json", "{ \"revisions\": \"/proc/autogen/Revisions\" }")),
        new(
            "a name of more than 255 bytes",
            "AG0079",
            revision,
            ("a.csproj", Project),
            ("autogen.json", $"{{ \"fileName\": \"{{id}}_{new string('n', 250)}\" }}")),
        new(
            "a folder of the file's name",
            "AG0033",
            ["revision", "-m", "x", "--rev-id", "aaaa01"],
            ("a.csproj", Project),
            ("Revisions/aaaa01_x.cs/y", "")),

        // The revisions' files.
        new(
            "a conflict",
            "AG0028",
            ["merge", "heads"],
            ("a.csproj", Project),
            ("Revisions/a.cs", "<<<<<<< HEAD\n" + Class("aaaa01") + "=======\n>>>>>>> x\n")),
        new(
            "two files of one id",
            "AG0022",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", Class("aaaa01")),
            ("Revisions/b.cs", Class("aaaa01", "B"))),
        new(
            "ids that differ in case only",
            "AG0022",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", Class("aaaa01")),
            ("Revisions/b.cs", Class("AAAA01", "B"))),
        new(
            "an abstract revision",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "[Revision(\"aaaa01\")] public abstract class A : Revision { }")),
        new(
            "a generic revision",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "[Revision(\"aaaa01\")] public sealed class A<T> : Revision { }")),
        new(
            "a revision in a generic class",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "class Outer<T> { [Revision(\"aaaa01\")] public sealed class A : Revision { } }")),
        new(
            "a static revision",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "[Revision(\"aaaa01\")] public static class A { }")),
        new(
            "a revision without an attribute",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "public sealed class A : Revision { }")),
        new(
            "an id that is not constant",
            "AG0028",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", "[Revision(Ids.A)] public sealed class A : Revision { }")),
        new("its own parent", "AG0048", history, ("a.csproj", Project), ("Revisions/a.cs", Class("aaaa01", revises: "aaaa01"))),
        new(
            "a cycle",
            "AG0021",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", Class("aaaa01", revises: "bbbb01")),
            ("Revisions/b.cs", Class("bbbb01", "B", "aaaa01"))),
        new("a parent that is missing", "AG0023", history, ("a.csproj", Project), ("Revisions/a.cs", Class("aaaa01", revises: "cccc01"))),
        new(
            "two labels of one name",
            "AG0045",
            history,
            ("a.csproj", Project),
            ("Revisions/a.cs", Class("aaaa01\", Branch = \"x")),
            ("Revisions/b.cs", Class("bbbb01\", Branch = \"x", "B"))),
    ];

    [Fact]
    public async Task Are_refused_in_one_message_and_change_nothing()
    {
        await using var workspace = await Workspace.CreateAsync("sqlite");
        var wrong = new List<string>();
        foreach (var mistake in mistakes)
        {
            var folder = Directory.CreateDirectory(Path.Combine(workspace.Folder, Guid.NewGuid().ToString("N"))).FullName;
            foreach (var (path, text) in mistake.Files)
                await WriteAsync(Path.Combine(folder, path), text);
            var before = Fingerprint(folder);
            var (exitCode, output, errors) = await PackedTool.RunAsync(
                folder, ["dotnet-autogen", .. mistake.Arguments], new Dictionary<string, string>(StringComparer.Ordinal));
            var messages = errors.Split('\n').Where(line => line.Contains("error AG", StringComparison.Ordinal)).ToList();
            if (exitCode != 1
                || messages.Count != 1
                || !messages[0].Contains($"error {mistake.Code}:", StringComparison.Ordinal)
                || (output + errors).Contains("   at ", StringComparison.Ordinal)
                || (output + errors).Contains("defect", StringComparison.Ordinal)
                || Fingerprint(folder) != before)
            {
                wrong.Add(
                    $"{mistake.Name}: {string.Join(' ', mistake.Arguments)}, expected {mistake.Code}\n=> {exitCode}\n{output}{errors}\n"
                        + $"{(Fingerprint(folder) == before ? "" : "changed:\n" + Fingerprint(folder))}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {mistakes.Length}:\n{string.Join("\n\n", wrong)}");
    }

    // Odd, and no mistake.
    [Theory]
    [InlineData("autogen.json", "mark:{ /* here */ \"revisions\": \"Revisions\", }", "history")]
    [InlineData("autogen.json", "mark-16:{ \"revisions\": \"Revisions\" }", "history")]
    [InlineData("autogen.json", "{ }", "revision", "-m", "!!!", "--rev-id", "aaaa01")]
    [InlineData("Revisions/a.cs", "class Outer { [Revision(\"aaaa01\")] public sealed class A : Revision { } }", "history")]
    [InlineData("Revisions/notes.md", "<<<<<<< HEAD", "history")]
    public async Task Odd_inputs_are_accepted(string path, string text, params string[] arguments)
    {
        await using var workspace = await Workspace.CreateAsync("sqlite");
        await WriteAsync(Path.Combine(workspace.Folder, "a.csproj"), Project);
        await WriteAsync(Path.Combine(workspace.Folder, path), text);
        var (exitCode, output, errors) = await PackedTool.RunAsync(
            workspace.Folder, ["dotnet-autogen", .. arguments], new Dictionary<string, string>(StringComparer.Ordinal));
        Assert.True(exitCode == 0, output + errors);
    }

    private static string Class(string id, string name = "A", string? revises = null)
        => $"using Autogen;\n[Revision(\"{id}\"{(revises is null ? "" : $", Revises = \"{revises}\"")})]\npublic sealed class {name} : "
            + "Revision { }\n";

    private static Task WriteAsync(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        Encoding encoding = (colon < 0 ? "" : text[..colon]) switch
        {
            "latin-1" => Encoding.Latin1,
            "utf-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "mark-16" => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            "mark" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        return File.WriteAllTextAsync(path, encoding is UTF8Encoding { Preamble.Length: 0 } ? text : text[(colon + 1)..], encoding);
    }

    private static string Fingerprint(string folder)
        => string.Join('\n', Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path =>
                $"{Path.GetRelativePath(folder, path)} "
                    + $"{(File.Exists(path) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))) : "")}"));

    private sealed record Mistake(string Name, string Code, string[] Arguments, params (string Path, string Text)[] Files);
}
