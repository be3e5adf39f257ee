using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Design.Tests.Environments;

public class LiveTests
{
    private const string Orders = "Ord \"ers\"";
    private const string Audited = "Audited Bÿ";

    public static TheoryData<string> Databases => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_excluded_is_neither_dropped_nor_altered_and_the_rest_is(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.AdvanceAsync(model =>
        {
            Map(model, "audit_log", entity => entity.Property<string>("what"));
            Map(model, Orders, entity =>
            {
                entity.Property<string>("kept");
                entity.Property<string>("gone");
                entity.Property<string>(Audited);
                entity.HasIndex(Audited).HasDatabaseName("IX audited");
                entity.ToTable(table => table.HasCheckConstraint("ck audited", $"\"{Audited}\" <> ''"));
            });
        });
        await project.ExecuteAsync($"INSERT INTO {Quoted(Orders)} (\"Id\", \"{Audited}\") VALUES (1, 'me')");

        var environment = new Saying
        {
            Includes = item => item is not ({ Kind: ObjectKind.Table, Name: "audit_log" } or { Kind: ObjectKind.Column, Name: Audited })
        };
        var lines = await project.AdvanceAsync(
            model => Map(model, Orders, entity =>
            {
                entity.Property<string>("kept").IsRequired().HasDefaultValue("x");
                entity.Property<string>("new");
            }),
            environment);
        Assert.DoesNotContain(lines, line => line.Contains("audit", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(lines, line => line.StartsWith($"removed column '{Orders}.gone' ", StringComparison.Ordinal));
        Assert.Equal("me", await project.ScalarAsync($"SELECT \"{Audited}\" FROM {Quoted(Orders)}"));
        Assert.Equal("0", await project.ScalarAsync("SELECT count(*) FROM audit_log"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => project.ExecuteAsync($"UPDATE {Quoted(Orders)} SET \"{Audited}\" = ''"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_excluded_is_not_created_and_a_foreign_key_to_it_is_still_compared(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.ExecuteAsync("CREATE TABLE \"Théir Table\" (\"Id\" integer NOT NULL PRIMARY KEY)");
        var lines = await project.AdvanceAsync(
            model =>
            {
                Map(model, "Théir Table", entity => entity.Property<string>("ours"));
                Map(model, "not made", _ => { });
                Map(model, Orders, entity =>
                {
                    entity.Property<int?>("their_id");
                    entity.HasOne("Théir Table", null).WithMany().HasForeignKey("their_id");
                });
            },
            new Saying { Includes = item => item is not { Kind: ObjectKind.Table, Name: "Théir Table" or "not made" } });
        Assert.Equal([$"added table '{Orders}'"], lines);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => project.ExecuteAsync($"INSERT INTO {Quoted(Orders)} (\"Id\", their_id) VALUES (1, 7)"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_only_the_database_has_is_excluded_with_its_side(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.AdvanceAsync(model => Map(model, Orders, entity => entity.Property<string>("code")));
        await project.ExecuteAsync($"CREATE INDEX \"by hand\" ON {Quoted(Orders)} (code)");
        void Model(ModelBuilder model) => Map(model, Orders, entity => entity.Property<string>("code"));
        Assert.Equal([$"removed index 'by hand' on '{Orders}' ('code')"], await project.DetectAsync(Model));
        Assert.Empty(await project.DetectAsync(
            Model, new Saying { Includes = item => item is not { Kind: ObjectKind.Index, IsReflected: true, HasCounterpart: false } }));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_say_on_a_type_and_a_default_is_followed(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.AdvanceAsync(model => Map(model, Orders, entity => entity.Property<int>("n").HasDefaultValue(1)));
        void Model(ModelBuilder model) => Map(model, Orders, entity => entity.Property<string>("n").IsRequired().HasDefaultValue("2"));
        var seen = new List<FacetComparison>();
        Assert.Empty(await project.DetectAsync(Model, new Saying
        {
            Compares = comparison =>
            {
                seen.Add(comparison);
                return ComparisonAnswer.Same;
            },
        }));
        Assert.Equal(
            ["Default", "Type"],
            seen.Select(comparison => comparison.Facet).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(seen, comparison => Assert.Equal((Orders, "n"), (comparison.Table, comparison.Name)));
        Assert.Equal(2, (await project.DetectAsync(Model)).Length);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_last_word_is_what_is_written_and_applied(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.AdvanceAsync(model => Map(model, Orders, entity => entity.Property<string>("kept")));
        await project.ExecuteAsync($"INSERT INTO {Quoted(Orders)} (\"Id\", kept) VALUES (1, 'a')");
        var environment = new Saying
        {
            Reviews = review =>
            {
                review.Remove(operation => operation is DropColumnOperation { Name: "kept" } or AddColumnOperation { Name: "kept" });
                if (review.Upgrade.OfType<AddColumnOperation>().FirstOrDefault(column => column.Name == "new") is { } added)
                    review.Upgrade.Insert(
                        review.Upgrade.IndexOf(added) + 1, new SqlOperation { Sql = $"UPDATE {Quoted(Orders)} SET \"new\" = kept" });
            },
            Renders = rendering => rendering.Header.Add("// Reviewed."),
        };
        Assert.StartsWith(
            $"added column '{Orders}.new' ",
            Assert.Single(await project.AdvanceAsync(model => Map(model, Orders, entity => entity.Property<string>("new")), environment)),
            StringComparison.Ordinal);
        Assert.Equal("aa", await project.ScalarAsync($"SELECT kept || \"new\" FROM {Quoted(Orders)}"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Removing_an_operation_removes_the_statements_that_prepare_it(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.AdvanceAsync(model => Map(model, Orders, entity => entity.Property<string>("phone")));
        var found = await project.CompareAsync(
            model => Map(model, Orders, entity => entity.Property<string>("phone").IsRequired()),
            new Saying { Reviews = review => review.Remove(operation => operation is AlterColumnOperation) });
        Assert.Empty(found.Upgrade);
        Assert.Empty(found.Unexplained);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Tables_that_nobody_knows_are_dropped_when_asked_but_for_the_history_of_other_tools(string database)
    {
        await using var project = await LiveProject.CreateAsync(database);
        await project.ExecuteAsync(
            "CREATE TABLE \"Old Ønes\" (a integer); INSERT INTO \"Old Ønes\" VALUES (1); CREATE TABLE audit_1 (a integer); "
                + "CREATE TABLE alembic_version (a integer); CREATE TABLE \"__EFMigrationsHistory\" (a integer)");
        void Model(ModelBuilder model) => Map(model, Orders, _ => { });
        Assert.Equal([$"added table '{Orders}'"], await project.DetectAsync(Model));
        Assert.Equal(4, (await project.CompareAsync(Model)).Unmanaged.Count);

        project.Settings = new() { DropUnmanagedTables = true, ExcludeTables = ["audit_*"] };
        var found = await project.CompareAsync(Model);
        Assert.Contains(found.Upgrade, planned => planned.Operation is DropTableOperation
            && planned.Risks.Any(risk => risk.Kind == Design.Planning.RiskKind.DataLoss));
        Assert.Equal(["__EFMigrationsHistory", "alembic_version"], found.Unmanaged.Select(name => name.Name));
        Assert.Equal(
            ["added table 'Ord \"ers\"'", "removed table 'Old Ønes'"], (await project.AdvanceAsync(Model)).Order(StringComparer.Ordinal));
        Assert.Equal("0", await project.ScalarAsync("SELECT count(*) FROM audit_1"));
        Assert.Equal("0", await project.ScalarAsync("SELECT count(*) FROM alembic_version"));
    }

    [Fact]
    public async Task A_schema_in_which_something_excluded_lives_is_neither_dropped_nor_made()
    {
        await using var project = await LiveProject.CreateAsync("postgresql");
        await project.AdvanceAsync(model => Map(model, "t", entity => entity.ToTable("t", "Sch ema")));
        var environment = new Saying { Includes = item => item is not { Kind: ObjectKind.Table, Schema: "Sch ema" } };
        Assert.Empty(await project.DetectAsync(_ => { }, environment));
        Assert.Empty(await project.DetectAsync(model => Map(model, "u", entity => entity.ToTable("u", "Sch ema")), environment));
        project.Settings = new() { ExcludeTables = ["Sch ema.*", "other.*"] };
        Assert.Empty(await project.DetectAsync(model => Map(model, "u", entity => entity.ToTable("u", "other"))));
    }

    [Fact]
    public async Task Partitions_and_what_an_extension_brought_are_not_dropped_apart()
    {
        await using var project = await LiveProject.CreateAsync("postgresql");
        await project.ExecuteAsync(
            "CREATE TABLE p (a integer) PARTITION BY LIST (a); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); "
                + "CREATE TABLE member (a integer); CREATE EXTENSION citext; ALTER EXTENSION citext ADD TABLE member");
        project.Settings = new() { DropUnmanagedTables = true };
        Assert.Equal(["removed table 'p'"], await project.DetectAsync(_ => { }));
    }

    private static void Map(ModelBuilder model, string name, Action<Entity> build)
        => model.SharedTypeEntity<Dictionary<string, object>>(name, entity =>
        {
            entity.ToTable(name);
            entity.Property<int>("Id").ValueGeneratedNever();
            entity.HasKey("Id");
            build(entity);
        });

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
