using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

/// <summary>Nobody asks which database it is: a provider is known in its own folders and in the lists, and nowhere else.</summary>
public class ProviderTests
{
    /// <summary>Files outside of a provider's folders that name one, and why.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["src/Autogen.Schema/Dialects/AllDialects.cs"] = "the list",
        ["src/Autogen.EntityFrameworkCore/Drivers/AllDrivers.cs"] = "the list",
        ["src/Autogen.Design/Providers/AllProviders.cs"] = "the list",
        ["src/Autogen.Schema/Sql/SqlSyntax.cs"] = "the lexer's rules, as data, of every database beside each other",
        ["src/Autogen.Schema/Objects/SqlName.cs"] = "names are written as the standard and PostgreSQL write them, whatever the database",
        ["src/Autogen.Schema/Objects/StoreTypeScanner.cs"] = "so are store types",
        ["src/Autogen.EntityFrameworkCore/Operations/RevisionOperationExtensions.cs"] = "op.IsNpgsql() is for revisions to write",
        ["src/Autogen.Schema/Redaction.cs"] = "masks the passwords in URLs of any database",
        ["src/Autogen.Protocol/Messages/ConnectionUrl.cs"] = "the schemes of URLs, which the face reads before there is a context",
        ["src/Autogen.Rendering/FileNamer.cs"] = "namespaces that a class would hide",
        ["src/dotnet-autogen/Projects/ProjectSupport.cs"] = "packages in MSBuild's answer",
        ["src/dotnet-autogen/Sources/ProviderMerge.cs"] = "writes op.IsNpgsql() into revisions",
        ["src/dotnet-autogen/Sources/ConnectionNames.cs"] = "finds the calls that a context's connection string goes into",
        ["src/dotnet-autogen/Commands/SeveralProviders.cs"] = "chooses between files for ProviderMerge",
    };

    private static readonly string[] RoomsOfCapabilities =
    [
        "src/Autogen.Schema/Dialects/", "src/Autogen.Schema/Comparison/", "src/Autogen.Design/Models/", "src/Autogen.Design/Planning/",
    ];

    [Fact]
    public void Capabilities_are_asked_in_models_comparison_and_planning_only()
    {
        var offenders = Code(file => !IsOfProvider(file) && !Array.Exists(RoomsOfCapabilities, file.StartsWith))
            .Where(line => Regex.IsMatch(line.Text, @"\bCapabilities\b|\bAltersInPlace\b"))
            .Select(line => $"{line.File}: {line.Text.Trim()}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void Provider_is_named_in_its_own_folders_only()
    {
        var offenders = Code(file => !IsOfProvider(file) && !Named.ContainsKey(file))
            .Where(line => NamesProvider(line.Text))
            .Select(line => $"{line.File}: {line.Text.Trim()}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void Exceptions_are_needed()
        => Assert.All(Named.Keys, file => Assert.Contains(Code(candidate => candidate == file), line => NamesProvider(line.Text)));

    [Fact]
    public void Upgrading_holds_no_SQL_and_no_error_code_of_one_database()
    {
        var offenders = Code(file => !IsOfProvider(file) && file.StartsWith("src/Autogen.EntityFrameworkCore/", StringComparison.Ordinal))
            .Where(line => Regex.IsMatch(
                line.Text, """pg_catalog|\bPRAGMA\b|sqlite_master|SqlState: "|SqlState (==|is) "|SQLite Error \d"""))
            .Select(line => $"{line.File}: {line.Text.Trim()}");
        Assert.Empty(offenders);
    }

    private static bool IsOfProvider(string file) => Regex.IsMatch(file, "/(PostgreSql|Sqlite|Npgsql)/");

    private static bool NamesProvider(string line) => Regex.IsMatch(line, """PostgreSql|Sqlite|Npgsql|"(postgresql|sqlite)[":]""");

    // Without comments: these may give facts about a database.
    private static IEnumerable<(string File, string Text)> Code(Func<string, bool> isWanted)
        => Repository.Files("src", "*.cs").Where(isWanted)
            .SelectMany(file => Repository.Read(file).Split('\n').Select(line => (file, Regex.Replace(line, @"(^|\s)//.*", ""))));
}
