using System.Text.Json;
using Autogen.Design.Ownership;
using Autogen.Design.Planning;
using Autogen.Host.Commands;
using Autogen.Messages;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Hosting;

/// <summary>What <c>--json</c> says of differences and dangers.</summary>
public class DescribeTests
{
    [Fact]
    [Case("N11")]
    public void Lost_guarantee_has_its_kind_and_its_table_in_json()
    {
        var dropped = new Risk(RiskKind.LostGuarantee, "drops unique index 'ux'");
        var found = Found(
            Planned(new DropIndexOperation { Schema = "s", Table = "t", Name = "ux" }, dropped),
            Planned(new DropTableOperation { Name = "u" }, new Risk(RiskKind.DataLoss, "drops table 'u'")),
            Planned(new SqlOperation { Sql = "" }, new Risk(RiskKind.Note, "n")));
        var json = JsonSerializer.Serialize(
            new DiffResult { Command = "diff", Risks = Describe.Risks(found) }, HostJson.Default.DiffResult);
        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            ["lostGuarantee s.t", "dataLoss u", "note "],
            document.RootElement.GetProperty("risks").EnumerateArray().Select(
                risk => $"{risk.GetProperty("kind")} {(risk.TryGetProperty("table", out var table) ? table : default)}"));
    }

    [Fact]
    [Case("N8")]
    public void Danger_of_several_operations_is_one()
    {
        var risk = new Risk(RiskKind.TableRewrite, "rewrites table 't'");
        var found = Found(
            Planned(new AlterColumnOperation { Table = "t", Name = "a" }, risk),
            Planned(new AlterColumnOperation { Table = "t", Name = "b" }, risk with { }));
        Assert.Equal("t", Assert.Single(Describe.Risks(found)).Table);
    }

    [Fact]
    [Case("N11")]
    public void Change_has_both_definitions_where_they_are_asked_for()
    {
        static Table Of(string type) => new()
        {
            Name = new ObjectName("t"),
            Columns = [new Column { Name = "a", Type = type }, new Column { Name = "id", Type = "integer" }],
        };
        var dialect = AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL");
        var diff = SchemaComparer.Compare(
            DatabaseSchema.Empty with { Tables = [Of("integer")] },
            DatabaseSchema.Empty with { Tables = [Of("text")] },
            dialect,
            ComparisonOptions.Default);
        var found = Found() with { Diff = diff };
        var change = Assert.Single(Describe.Changes(found, hasDefinitions: true));
        Assert.Equal(("\"a\" integer NOT NULL", "\"a\" text NOT NULL"), (change.Before, change.After));
        Assert.Equal((null, null), (Describe.Changes(found)[0].Before, Describe.Changes(found)[0].After));
    }

    [Fact]
    [Case("W4")]
    public void Version_tables_of_others_are_listed_apart()
    {
        var found = Found() with
        {
            Unmanaged = [new ObjectName("legacy"), new ObjectName("tenant", "autogen_log"), new ObjectName("tenant", "orders")],
        };
        var (unmanaged, history) = Describe.LeftAlone(found, new Scope(new ScopeSettings(), []));
        Assert.Equal(["legacy", "tenant.orders"], unmanaged);
        Assert.Equal(["tenant.autogen_log"], history);
    }

    private static PlannedOperation Planned(MigrationOperation operation, Risk risk) => new(operation, [risk]);

    private static AutogenerateResult Found(params IReadOnlyList<PlannedOperation> upgrade)
        => new(new SchemaDiff(DatabaseSchema.Empty, DatabaseSchema.Empty, []), upgrade, [], [], Refusal: null);
}
