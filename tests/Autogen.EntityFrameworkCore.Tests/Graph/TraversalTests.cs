using System.Text.Json;
using System.Text.Json.Nodes;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

/// <summary>What Alembic 1.19.1 does, case by case: graph, rows of the version table, command and target in; steps and rows, or a refusal, out.</summary>
public class TraversalTests
{
    private static readonly JsonNode data = JsonNode.Parse(new StreamReader(typeof(TraversalTests).Assembly.GetManifestResourceStream("traversal-cases.json")!).ReadToEnd())!;

    public static TheoryData<string> Cases => [.. data["cases"]!.AsArray().Select(item => item!.ToJsonString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Goes_where_Alembic_goes(string text)
    {
        var item = JsonNode.Parse(text)!;
        var graph = new RevisionGraph(data["graphs"]![item["graph"]!.GetValue<string>()]!.AsArray().Select(row => new RevisionNode(row![0]!.GetValue<string>(), Texts(row[1]).ToEquatableList())));
        var current = Texts(item["current"]).ToList();
        var target = item["target"]!.GetValue<string>();
        if (item["error"] is not null)
        {
            var refused = Assert.Throws<AutogenException>(() => Go(graph, item, current, target));
            Assert.True(refused.Code is ErrorCode.TargetInvalid or ErrorCode.RevisionNotFound or ErrorCode.RevisionAmbiguous, refused.Message);
            return;
        }

        var (steps, rows) = Go(graph, item, current, target);
        Assert.Equal(Texts(item["heads_after"]).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        if (item["command"]!.GetValue<string>() != "stamp")
        {
            Assert.Equal(Texts(item["steps"]).Order(StringComparer.Ordinal), steps.Order(StringComparer.Ordinal));
            AssertOrdered(graph, steps, isUpgrade: item["command"]!.GetValue<string>() == "upgrade");
        }
    }

    private static (IReadOnlyList<string> Steps, IReadOnlyList<string> Rows) Go(RevisionGraph graph, JsonNode item, List<string> current, string target)
    {
        var command = item["command"]!.GetValue<string>();
        if (command == "stamp")
            return ([], UpgradePlan.Stamp(graph, [target]));
        var steps = command == "upgrade" ? UpgradePlan.Up(graph, current, target) : UpgradePlan.Down(graph, current, target);
        return ([.. steps.Select(step => step.Node.Id)], steps.Count == 0 ? current : steps[^1].After);
    }

    // Any order is right in which parents are there when a revision is, and children are gone when it goes.
    private static void AssertOrdered(RevisionGraph graph, IReadOnlyList<string> steps, bool isUpgrade)
    {
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            var parents = graph.Find(step)!.Revises.Where(steps.Contains).Select(parent => steps.ToList().IndexOf(parent));
            Assert.All(parents, parent => Assert.True(isUpgrade ? parent < index : parent > index));
        }
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.Select(item => item!.GetValue<string>()),
        _ => node.GetValueKind() == JsonValueKind.Null ? [] : [node.GetValue<string>()],
    };
}
