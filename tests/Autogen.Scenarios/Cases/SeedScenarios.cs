using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Rows of <c>HasData</c>.</summary>
internal static class SeedScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        new("Rows come with a new table", _ => { }, model => Tags(model, (1, "a"), (2, "it's")))
        {
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|a\n2|it's"),
        },
        new("A row is added and one is changed", model => Tags(model, (1, "a")), model => Tags(model, (1, "b"), (2, "c")))
        {
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|b\n2|c"),
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new("A row that a revision inserted goes with the model's", model => Tags(model, (1, "a"), (2, "b")), model => Tags(model, (1, "a")))
        {
            Populate = "INSERT INTO tags (\"Id\", name) VALUES (7, 'own')",
            Afterwards = ("SELECT \"Id\", name FROM tags ORDER BY 1", "1|a\n7|own"),
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new("A table with the model's rows goes and comes back with them", model => Tags(model, (1, "a"), (2, "it's")), _ => { })
        {
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
        new(
            "A column with values of the model's rows goes and comes back with them",
            model => Tags(model, (1, "a"), (2, "b")),
            model => model.Map("tags", tag => tag.HasData(new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = 1 }, new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = 2 })))
        {
            Kept = "SELECT \"Id\", name FROM tags ORDER BY 1",
        },
    ];

    private static void Tags(ModelBuilder model, params (int Id, string Name)[] rows)
        => model.Map("tags", tag =>
        {
            tag.Property<string>("name");
            tag.HasData(rows.Select(row => new Dictionary<string, object>(StringComparer.Ordinal) { ["Id"] = row.Id, ["name"] = row.Name }).ToArray());
        });
}
