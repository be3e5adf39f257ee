using System.Text.Json;
using System.Text.Json.Nodes;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;

namespace Autogen.EntityFrameworkCore.Tests.Graph;

/// <summary>
/// What Alembic 1.19.1 does, case by case: graph, rows of the version table, command and target in; steps and rows, or a refusal, out.
/// </summary>
public class TraversalTests
{
    private static readonly JsonNode data = JsonNode.Parse(
        new StreamReader(typeof(TraversalTests).Assembly.GetManifestResourceStream("traversal-cases.json")!).ReadToEnd())!;

    public static TheoryData<string> Cases => [.. data["cases"]!.AsArray().Select(item => item!.ToJsonString())];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Resolves_targets_as_Alembic_does(string text)
    {
        var item = JsonNode.Parse(text)!;
        var graph = new RevisionGraph(data["graphs"]![item["graph"]!.GetValue<string>()]!.AsArray().Select(row => Node(row!.AsArray())));
        var current = Texts(item["current"]).ToList();
        if (Refusal(item) is { } codes)
        {
            var refused = Assert.Throws<AutogenException>(() => Go(graph, item, current));
            Assert.True(codes.Contains(refused.Code), $"{refused.Code}: {refused.Message}");
            return;
        }

        var (steps, rows, operations) = Go(graph, item, current);
        Assert.Equal(Texts(item["heads_after"]).Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
        Assert.Equal(rows.Order(StringComparer.Ordinal), Applied(current, operations).Order(StringComparer.Ordinal));
        if (item["command"]!.GetValue<string>() == "stamp")
            return;
        Assert.Equal(Texts(item["steps"]).Order(StringComparer.Ordinal), steps.Order(StringComparer.Ordinal));
        AssertOrdered(graph, steps, isUpgrade: item["command"]!.GetValue<string>() == "upgrade");
        if (steps.SequenceEqual(Texts(item["steps"]), StringComparer.Ordinal))
            Assert.Equal(Operations(item), operations);
    }

    /// <summary>
    /// Where the contract of the command line is stricter than Alembic: a prefix has four characters, and what is ambiguous
    /// is refused instead of warned of.
    /// </summary>
    private static ErrorCode[]? Refusal(JsonNode item) => item switch
    {
        _ when item["warning"] is not null => [ErrorCode.TargetAmbiguous],
        _ when item["target"] is JsonValue target && target.GetValue<string>() == "fff" => [ErrorCode.PrefixTooShort],
        _ when item["error"] is { } error => error.GetValue<string>() switch
        {
            var text when text.StartsWith("Ambiguous", StringComparison.Ordinal) => [ErrorCode.TargetAmbiguous],
            var text when text.StartsWith("Multiple head", StringComparison.Ordinal) => [ErrorCode.SeveralHeads],
            var text when text.StartsWith("Can't locate", StringComparison.Ordinal)
                => [ErrorCode.RevisionNotFound, ErrorCode.RevisionAmbiguous],
            _ => [ErrorCode.TargetTooFar, ErrorCode.TargetInvalid],
        },
        _ => null,
    };

    private static (IReadOnlyList<string> Steps, IReadOnlyList<string> Rows, IReadOnlyList<RowOperation> Operations) Go(
        RevisionGraph graph, JsonNode item, List<string> current)
    {
        var command = item["command"]!.GetValue<string>();
        if (command == "stamp")
        {
            var rows = UpgradePlan.Stamp(graph, current, [.. Texts(item["target"])]);
            return ([], rows, VersionRows.Between(current, rows, []));
        }

        var target = item["target"]!.GetValue<string>();
        var steps = command == "upgrade" ? UpgradePlan.Up(graph, current, target) : UpgradePlan.Down(graph, current, target);
        return (
            [.. steps.Select(step => step.Node.Id)],
            steps.Count == 0 ? current : steps[^1].After,
            [.. steps.SelectMany(step => step.Rows)]);
    }

    private static List<string> Applied(IEnumerable<string> rows, IEnumerable<RowOperation> operations)
    {
        var table = rows.ToList();
        foreach (var operation in operations)
        {
            if (operation.Old is { } old)
                Assert.True(table.Remove(old), $"No row '{old}'.");
            if (operation.New is { } added)
                table.Add(added);
        }

        return table;
    }

    private static IEnumerable<RowOperation> Operations(JsonNode item)
        => item["version_rows_ops"]!.AsArray().Select(operation => Texts(operation).ToList() switch
        {
            ["insert", var added] => new RowOperation(null, added),
            ["delete", var old] => new RowOperation(old, null),
            var update => new RowOperation(update[1], update[2]),
        });

    private static RevisionNode Node(JsonArray row) => new(row[0]!.GetValue<string>(), Texts(row[1]).ToEquatableList())
    {
        DependsOn = Texts(row.ElementAtOrDefault(2)).ToEquatableList(),
        Labels = Texts(row.ElementAtOrDefault(3)).ToEquatableList(),
    };

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
