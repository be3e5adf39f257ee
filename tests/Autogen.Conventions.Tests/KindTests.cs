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
        ["Column queries"] = "on SQLite columns come with their table's text",
        ["Schema comparison"] = "",
    };

    public static TheoryData<ObjectKind> Kinds => [.. Enum.GetValues<ObjectKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_record(ObjectKind kind)
        => Assert.True(Repository.Exists($"src/Autogen.Schema/Objects/{Records.GetValueOrDefault(kind.ToString(), kind.ToString())}.cs"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_comparison(ObjectKind kind)
        => AssertExists(
            kind,
            "comparison",
            $"src/Autogen.Schema/Comparison/{(kind == ObjectKind.Schema ? "SchemaName" : kind.ToString())}Comparison.cs");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_planner(ObjectKind kind)
        => AssertExists(kind, "planner", $"src/Autogen.Design/Planning/{kind}Planner.cs");

    private static void AssertExists(ObjectKind kind, string part, string path)
    {
        if (!NotNeeded.ContainsKey($"{kind} {part}") || Repository.Exists(path))
            Assert.True(Repository.Exists(path), $"{kind} needs {path} (see docs/common-tasks.md), or a reason in NotNeeded.");
    }
}
