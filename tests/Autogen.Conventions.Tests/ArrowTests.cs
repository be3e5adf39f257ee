using System.Text.RegularExpressions;

namespace Autogen.Conventions.Tests;

/// <summary>The arrows of docs/architecture.md that project references can't hold.</summary>
public class ArrowTests
{
    public static TheoryData<string, string> Forbidden => new()
    {
        { "src/Autogen.Schema/Objects", @"using Autogen\.Schema\.(Comparison|Dialects|PostgreSql|Sqlite)|using System\.(IO|Data)" },
        { "src/Autogen.Schema/Sql", @"using (Autogen|System\.(IO|Data|Text\.RegularExpressions))" },
        { "src/Autogen.Schema/Comparison", @"using Autogen\.Schema\.(PostgreSql|Sqlite)|using System\.(IO|Data)|\bDbConnection\b" },
        { "src/Autogen.Schema/Dialects", @"using Autogen\.Schema\.Comparison" },
        { "src/Autogen.Schema/Refusals", @"using Autogen\.Schema\.(Comparison|Dialects|PostgreSql|Sqlite)|using System\.(IO|Data)" },
        { "src/Autogen.EntityFrameworkCore/Statements", @"using Autogen\.(Graph|Drivers|Upgrading)|using System\.(IO|Data)" },
        { "src/Autogen.EntityFrameworkCore/Graph", @"using (Microsoft|Autogen\.(Upgrading|Drivers)|System\.(IO|Data))" },
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
        {
            "src/Autogen.Design/Rendering",
            @"using Autogen\.Design\.(Models|Environments)|using Autogen\.Schema\.(Comparison|PostgreSql|Sqlite)"
        },
        { "src/Autogen.Design/Models", @"using Autogen\.Design\.(Rendering|Environments|Providers\.)|using Autogen\.Schema\.Comparison" },
    };

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
