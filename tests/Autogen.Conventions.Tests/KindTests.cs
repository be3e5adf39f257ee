using Autogen.Design;
using Autogen.Schema.Objects;

namespace Autogen.Conventions.Tests;

/// <summary>
/// Every kind has all its parts: declaring one in Kinds.cs turns this red with the paths that are missing. A part that a kind does not
/// need is in <see cref="NotNeeded"/> with the reason.
/// </summary>
public class KindTests
{
    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["Schema"] = "DatabaseSchema",
        ["Index"] = "TableIndex",
    };

    private static readonly Dictionary<string, string> NotNeeded = new(StringComparer.Ordinal)
    {
        ["View planner"] = "views are known by name and never created or dropped",
        ["View model"] = "views of the model are never created; the model reader skips them",
    };

    public static TheoryData<ObjectKind> All => [.. Enum.GetValues<ObjectKind>()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_has_its_record(ObjectKind kind)
        => Assert.True(Repository.Exists($"src/Autogen.Schema/Objects/{Records.GetValueOrDefault(kind.ToString(), kind.ToString())}.cs"));

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_has_its_comparison(ObjectKind kind)
        => AssertExists(
            kind,
            "comparison",
            $"src/Autogen.Schema/Comparison/{(kind == ObjectKind.Schema ? "SchemaName" : kind.ToString())}Comparison.cs");

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_has_its_planner(ObjectKind kind)
        => AssertExists(
            kind,
            "planner",
            Repository.Files("src/Autogen.Design/Planning", $"{kind}Planner.cs").FirstOrDefault()
                ?? $"src/Autogen.Design/Planning/<Room>/{kind}Planner.cs");

    [Theory]
    [MemberData(nameof(All))]
    public void A_kind_has_its_model(ObjectKind kind) => AssertExists(kind, "model", $"src/Autogen.Design/Models/{kind}Model.cs");

    [Fact]
    public void A_kind_is_in_the_list_of_kinds_or_is_a_part_of_tables()
    {
        Assert.Equal(Enum.GetValues<ObjectKind>(), Kinds.All.Select(kind => kind.Value).Concat(Kinds.PartNouns.Keys).Order());
        Assert.Equal(Kinds.All.OrderBy(kind => kind.Value), Kinds.All);
        Assert.Equal(Enum.GetValues<ObjectKind>().Except([ObjectKind.View]), DesignKinds.All.Select(kind => kind.Value));
    }

    [Fact]
    public void The_query_of_a_kind_exists_for_a_database()
        => Assert.All(
            Kinds.All.Select(kind => kind.Query).OfType<string>(),
            query => Assert.NotEmpty(Repository.Files("src/Autogen.Schema", $"{query}.sql")));

    private static void AssertExists(ObjectKind kind, string part, string path)
    {
        var reason = NotNeeded.GetValueOrDefault($"{kind} {part}");
        Assert.True(
            Repository.Exists(path) == reason is null,
            reason is null
                ? $"{kind} needs {path} (see docs/common-tasks.md), or a reason in NotNeeded."
                : $"{path} exists; take '{kind} {part}' out of NotNeeded.");
    }
}
