using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

/// <summary>The arrows of docs/architecture.md that project references can't hold.</summary>
public class ArrowTests
{
    public static TheoryData<string, string> Forbidden => new()
    {
        { "src/Autogen.Schema/Objects", @"using Autogen\.Schema\.(Comparison|Dialects|PostgreSql|Sqlite)|using System\.(IO|Data)" },
        { "src/Autogen.Schema/Sql", @"using (Autogen|System\.(IO|Data|Text\.RegularExpressions))" },
        { "src/Autogen.Schema/Graph", @"using (Autogen\.Schema\.(Comparison|Dialects|PostgreSql|Refusals|Sqlite|Sql)|System\.(IO|Data))" },
        { "src/Autogen.Schema/Comparison", @"using Autogen\.Schema\.(PostgreSql|Sqlite)|using System\.(IO|Data)|\bDbConnection\b" },
        { "src/Autogen.Schema/Dialects", @"using Autogen\.Schema\.Comparison" },
        { "src/Autogen.Schema/Refusals", @"using Autogen\.Schema\.(Comparison|Dialects|PostgreSql|Sqlite)|using System\.(IO|Data)" },
        { "src/Autogen.EntityFrameworkCore/Statements", @"using Autogen\.(Graph|Drivers|Upgrading)|using System\.(IO|Data)" },
        { "src/Autogen.EntityFrameworkCore/Upgrading", @"Drivers\.(PostgreSql|Sqlite)" },
        { "src/Autogen.EntityFrameworkCore/Operations", @"using Autogen\.(Graph|Statements|Upgrading|Drivers)" },
        {
            "src/Autogen.EntityFrameworkCore/Drivers/PostgreSql",
            @"Autogen\.(Schema|Drivers)\.Sqlite|\bSqlite\."
        },
        {
            "src/Autogen.EntityFrameworkCore/Drivers/Sqlite",
            @"Autogen\.(Schema|Drivers)\.PostgreSql|\bPostgreSql\."
        },
        { "src/Autogen.Design/Providers", @"using Autogen\.Design\.(?!Providers)|using Autogen\.Schema\.(Comparison|PostgreSql|Sqlite)" },
        {
            "src/Autogen.Design/Planning",
            @"using Autogen\.Design\.(Rendering|Models|Environments|Providers\.)|using (Microsoft\.CodeAnalysis|System\.(IO|Data))"
        },
        { "src/Autogen.Rendering", @"using (Autogen\.Schema\.|Microsoft\.EntityFrameworkCore)|using System\.(IO|Data)" },
        { "src/Autogen.Protocol/Messages", @"using (Autogen\.(Output|Schema\.(?!Statistics;))|System\.IO|Microsoft)" },
        {
            "src/Autogen.Design/Rendering",
            @"using Autogen\.Design\.(Models|Environments)|using Autogen\.Schema\.(Comparison|PostgreSql|Sqlite)"
        },
        { "src/Autogen.Design/Models", @"using Autogen\.Design\.(Rendering|Environments|Providers\.)|using Autogen\.Schema\.Comparison" },
    };

    public static TheoryData<string, string> References => new()
    {
        { "Autogen.Schema", "" },
        { "Autogen.Rendering", "Autogen.Schema" },
        { "Autogen.Protocol", "Autogen.Schema" },
        { "Autogen.EntityFrameworkCore", "Autogen.Schema" },
        { "Autogen.EntityFrameworkCore.Hosting", "Autogen.EntityFrameworkCore" },
        { "Autogen.Commands", "Autogen.EntityFrameworkCore Autogen.Protocol" },
        { "Autogen.Design", "Autogen.EntityFrameworkCore Autogen.Rendering" },
        { "Autogen.Host", "Autogen.Commands Autogen.Design" },
        { "Autogen.Host.Publish", "Autogen.Host" },
        { "Autogen.Bundle", "Autogen.Commands" },
        { "dotnet-autogen", "Autogen.Protocol Autogen.Rendering" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void A_project_refers_to_those_beneath_it(string project, string references)
    {
        var named = Regex.Matches(Repository.Read($"src/{project}/{project}.csproj"), @"<ProjectReference Include=""\.\./(?<name>[^/""]+)/")
            .Select(match => match.Groups["name"].Value);
        Assert.Equal(references, string.Join(' ', named.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_project_has_its_arrows()
        => Assert.Equal(
            Repository.Files("src", "*.csproj").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            References.Select(row => (string?)row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void No_project_compiles_the_sources_of_another()
        => Assert.DoesNotContain(Repository.Files("src", "*.csproj"), file => Regex.IsMatch(Repository.Read(file), @"<Compile Include"));

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_room_does_not_know_the_rooms_above_it(string folder, string forbidden)
    {
        var offenders = Repository.Files(folder, "*.cs")
            .SelectMany(file => Regex.Matches(Repository.Read(file), forbidden).Select(match => $"{file}: {match.Value}"));
        Assert.Empty(offenders);
    }

    [Fact]
    public void Comparison_and_planning_hold_no_knowledge_of_one_database_by_its_dialect_class()
    {
        var offenders = Repository.Files("src/Autogen.Schema/Comparison", "*.cs")
            .Where(file => Regex.IsMatch(Repository.Read(file), @"is (PostgreSql|Sqlite)Dialect"));
        Assert.Empty(offenders);
    }
}
