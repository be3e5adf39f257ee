using Autogen.Design.Ownership;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Ownership;

public class ScopeTests
{
    private static readonly Scope Everything = new(new ScopeSettings(), [new ObjectName("autogen_version")]);

    [Fact]
    public void A_table_that_neither_model_nor_revision_knows_is_left_alone_and_listed()
    {
        var (current, unmanaged) = Everything.LeaveAlone(
            Tables("mine", "theirs"),
            Tables("mine"),
            new CreatedObjects("public"),
            RenameHints.None,
            AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"));
        Assert.Equal(["mine"], [.. Names(current)]);
        Assert.Equal([new ObjectName("theirs")], unmanaged);
    }

    [Theory]
    [Case("W4")]
    [InlineData("tenant_1", "the versions", true)]
    [InlineData(null, "the versions", true)]
    [InlineData("tenant_1", "autogen_log", true)]
    [InlineData("other", "flyway_schema_history", true)]
    [InlineData("tenant_1", "The Versions", false)]
    [InlineData("tenant_1", "orders", false)]
    public void Version_tables_of_other_schemas_and_tools_are_counted_apart_and_not_dropped(string? schema, string name, bool isHistory)
    {
        var scope = new Scope(new ScopeSettings { DropUnmanagedTables = true }, [new ObjectName("app", "the versions")]);
        var table = new ObjectName(schema, name);
        Assert.Equal(isHistory, scope.IsHistory(table));
        var (_, unmanaged) = scope.LeaveAlone(
            DatabaseSchema.Empty with { Tables = [new Table { Name = table }] },
            Tables(),
            new CreatedObjects("public"),
            RenameHints.None,
            AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"));
        Assert.Equal(isHistory, unmanaged.Contains(table));
    }

    [Fact]
    public void A_table_that_a_revision_created_is_managed_under_its_later_name()
    {
        var created = new CreatedObjects("public");
        created.Replay([new CreateTableOperation { Name = "old" }, new RenameTableOperation { Name = "old", NewName = "renamed" }]);
        var (current, unmanaged) = Everything.LeaveAlone(
            Tables("renamed", "old"),
            Tables(),
            created,
            RenameHints.None,
            AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"));
        Assert.Equal(["renamed"], [.. Names(current)]);
        Assert.Equal([new ObjectName("old")], unmanaged);
    }

    [Fact]
    public void A_table_named_with_the_default_schema_is_the_one_named_without()
    {
        var created = new CreatedObjects("public");
        created.Replay([new CreateTableOperation { Schema = "public", Name = "t" }]);
        Assert.True(created.Has(new Table { Name = new ObjectName("t") }));
    }

    [Theory]
    [InlineData("mood", "nextval('numbers')", 1)]
    [InlineData("text", "0", 0)]
    public void A_type_and_a_sequence_that_a_revision_made_stay_while_the_models_columns_need_them(string type, string value, int expected)
    {
        var created = new CreatedObjects("public");
        created.Replay([new SqlOperation { Sql = "CREATE TYPE mood AS ENUM ('a');" }, new CreateSequenceOperation { Name = "numbers" }]);
        var current = DatabaseSchema.Empty with
        {
            EnumTypes = [new EnumType(new ObjectName("mood"), ["a"])],
            Sequences = [new Sequence(new ObjectName("numbers"), "bigint", new SequenceOptions())]
        };
        var model = Tables("t");
        model = model with
        {
            Tables = model.Tables
                .Select(table => table with { Columns = [new Column { Name = "mood", Type = type, Default = new SqlExpression(value) }] })
                .ToEquatableList()
        };
        var (left, _) = Everything.LeaveAlone(
            current, model, created, RenameHints.None, AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"));

        // What is taken out of what exists is not dropped.
        Assert.Equal(1 - expected, left.EnumTypes.Count);
        Assert.Equal(1 - expected, left.Sequences.Count);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void An_adopted_revision_owns_tables_but_not_names(bool isAdopted, bool expected)
    {
        List<MigrationOperation> operations =
        [
            new CreateTableOperation
            {
                Name = "t",
                PrimaryKey = new AddPrimaryKeyOperation { Name = "t_pkey", Table = "t", Columns = ["id"] }
            },
            new CreateIndexOperation { Name = "t_ix", Table = "t", Columns = ["id"] },
            new SqlOperation { Sql = "ALTER TABLE t ADD CONSTRAINT t_ck CHECK (id > 0);" },
        ];
        if (isAdopted)
            AdoptedOperations.Mark(operations);
        var created = new CreatedObjects("public");
        created.Replay(operations);
        Assert.True(created.Has(new Table { Name = new ObjectName("t") }));
        Assert.All(new[] { "t_pkey", "t_ix", "t_ck" }, name => Assert.Equal(expected, created.Has(new ObjectName("t"), name)));
    }

    [Fact]
    public void A_dropped_table_is_managed_no_more()
    {
        var created = new CreatedObjects(null);
        created.Replay([new CreateTableOperation { Name = "t" }, new DropTableOperation { Name = "t" }]);
        Assert.False(created.Has(new Table { Name = new ObjectName("t") }));
    }

    [Fact]
    [Case("R12")]
    public void A_schema_that_operations_name_means_nothing_to_a_database_without_schemas()
    {
        var created = new CreatedObjects(defaultSchema: null, AllDialects.ForProvider("Microsoft.EntityFrameworkCore.Sqlite"));
        created.Replay([
            new CreateTableOperation
            {
                Schema = "dbo",
                Name = "old",
                PrimaryKey = new AddPrimaryKeyOperation { Name = "PK_old", Columns = ["id"] }
            },
            new InsertDataOperation
            {
                Schema = "dbo",
                Table = "old",
                Columns = ["id"],
                ColumnTypes = ["INTEGER"],
                Values = new object[,] { { 1 } }
            },
            new RenameTableOperation { Schema = "dbo", Name = "old", NewName = "t", NewSchema = "dbo" },
        ]);
        Assert.True(created.Has(new Table { Name = new ObjectName("t") }));
        Assert.True(created.Has(new ObjectName("t"), "PK_old"));
        Assert.Single(created.Rows.Of(new ObjectName("t")));
    }

    [Fact]
    [Case("R3")]
    public void Rows_that_an_author_inserts_are_not_seed_rows()
    {
        var created = new CreatedObjects(null);
        created.Replay([
            new InsertDataOperation
            {
                Table = "t",
                Columns = ["id", "a"],
                ColumnTypes = ["integer", "text"],
                Values = new object[,] { { 1, "x" } }
            },
            new InsertDataOperation { Table = "t", Columns = ["id", "a"], Values = new object[,] { { 2, "y" } } },
            new UpdateDataOperation
            {
                Table = "t",
                KeyColumns = ["id"],
                KeyValues = new object[,] { { 2 } },
                Columns = ["a"],
                Values = new object[,] { { "z" } },
            },
        ]);
        Assert.Equal(1, Assert.Single(created.Rows.Of(new ObjectName("t")))["id"]);
    }

    [Fact]
    public void A_schema_in_which_somebody_else_has_a_table_is_not_dropped()
    {
        var created = new CreatedObjects("public");
        created.Replay([new EnsureSchemaOperation { Name = "mine" }, new EnsureSchemaOperation { Name = "shared" }]);
        var live = DatabaseSchema.Empty with
        {
            Schemas = ["mine", "shared"],
            Tables = [new Table { Name = new ObjectName("shared", "theirs") }]
        };
        var (current, _) = Everything.LeaveAlone(
            live, DatabaseSchema.Empty, created, RenameHints.None, AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"));
        Assert.Equal(["mine"], current.Schemas);
    }

    [Fact]
    public void The_version_table_is_never_seen()
        => Assert.Equal(["t"], Names(Everything.Narrow(Tables("autogen_version", "t"))));

    [Theory]
    [InlineData("audit_*", "t")]
    [InlineData("public.t", "audit_log")]
    [InlineData("*", "")]
    public void Excluded_tables_are_not_seen(string pattern, string left)
    {
        var scope = Everything with { Settings = new ScopeSettings { ExcludeTables = [pattern] } };
        var schema = Tables("audit_log", "t") with { DefaultSchema = new("public") };
        Assert.Equal(left, string.Join(",", Names(scope.Narrow(schema))));
    }

    [Theory]
    [InlineData("shop_*", "", "shop_a,shop_b")]
    [InlineData("shop_*", "*_b", "shop_a")]
    [InlineData("public.shop_?", "", "shop_a,shop_b")]
    [InlineData("Shop_*", "", "")]
    public void Only_included_tables_are_seen_and_an_exclusion_wins(string included, string excluded, string left)
    {
        var scope = Everything with { Settings = new ScopeSettings { IncludeTables = [included], ExcludeTables = [excluded] } };
        Assert.Equal(
            left, string.Join(",", Names(scope.Narrow(Tables("audit_log", "shop_a", "shop_b") with { DefaultSchema = new("public") }))));
    }

    [Fact]
    public void Only_listed_schemas_are_seen_and_a_database_without_schemas_is_seen_whole()
    {
        var scope = Everything with { Settings = new ScopeSettings { Schemas = ["public", "Sch ema"] } };
        Table[] tables =
        [
            new() { Name = new ObjectName("a") }, new() { Name = new ObjectName("Sch ema", "b") },
            new() { Name = new ObjectName("other", "c") }
        ];
        Assert.Equal(["a", "b"], Names(scope.Narrow(DatabaseSchema.Empty with { DefaultSchema = new("public"), Tables = [.. tables] })));
        Assert.Equal(["b"], Names(scope.Narrow(DatabaseSchema.Empty with { DefaultSchema = new("mine"), Tables = [.. tables] })));
        Assert.Equal(["t"], Names(scope.Narrow(Tables("t"))));
    }

    [Fact]
    public void A_schema_in_which_something_excluded_lives_is_not_dropped()
    {
        var created = new CreatedObjects("public");
        created.Replay([new EnsureSchemaOperation { Name = "mine" }]);
        var all = DatabaseSchema.Empty with { Schemas = ["mine"], Tables = [new Table { Name = new ObjectName("mine", "excluded") }] };
        Assert.Empty(Everything.LeaveAlone(
            all with { Tables = [] },
            DatabaseSchema.Empty,
            created,
            RenameHints.None,
            AllDialects.ForProvider("Npgsql.EntityFrameworkCore.PostgreSQL"),
            all).Current.Schemas);
    }

    private static DatabaseSchema Tables(params string[] names)
        => DatabaseSchema.Empty with { Tables = names.Select(name => new Table { Name = new ObjectName(name) }).ToEquatableList() };

    private static IEnumerable<string> Names(DatabaseSchema schema) => schema.Tables.Select(table => table.Name.Name);
}
