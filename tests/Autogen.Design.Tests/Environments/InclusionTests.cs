using Autogen.Design.Environments;
using Autogen.Design.Tests.Planning;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Environments;

public class InclusionTests
{
    private static readonly Table Orders = Keyed(
        "orders",
        Column("customer"),
        Column("Sécret \"x\""),
        Column("total", "integer"),
        Computed("hint", "text", "lower(\"Sécret \"\"x\"\"\")"),
        Computed("hint2", "text", "hint || '!'")) with
    {
        UniqueConstraints = [new("uq_customer", ["customer"]), new("uq_secret", ["id", "Sécret \"x\""])],
        CheckConstraints =
        [
            new("ck_secret", new SqlExpression("\"Sécret \"\"x\"\"\" <> ''")),
            new("ck_hint", new SqlExpression("hint2 <> ''")),
            new("ck_total", new SqlExpression("total > 0"))
        ],
        ForeignKeys = [ForeignKey("fk_customer", "customer", "customers"), ForeignKey("fk_secret", "Sécret \"x\"", "secrets")],
        Indexes =
        [
            Index("ix_customer", "customer"),
            Index("ix_secret", "customer", "Sécret \"x\""),
            Index("ix_filter", "customer") with { Filter = new SqlExpression("\"Sécret \"\"x\"\"\" IS NULL") },
            Index("ix_included", "customer") with { IncludedColumns = ["Sécret \"x\""] },
            new TableIndex { Name = "ix_expression", Parts = [new IndexPart { Expression = new SqlExpression("upper(hint)") }] },
        ],
        SeedRows = [Row(1, ("customer", "a"), ("Sécret \"x\"", "b"))],
    };

    [Fact]
    public void Excluding_a_column_excludes_everything_that_names_it()
    {
        var (live, model) = Without(
            item => item is { Kind: ObjectKind.Column, Table: "orders", Name: "Sécret \"x\"" }, Database(Orders), Database(Orders));
        Assert.Equal(live, model);
        var left = Assert.Single(live.Tables);
        Assert.Equal(["id", "customer", "total"], left.Columns.Select(column => column.Name));
        Assert.Equal(["uq_customer"], left.UniqueConstraints.Select(unique => unique.Name));
        Assert.Equal(["ck_total"], left.CheckConstraints.Select(check => check.Name));
        Assert.Equal(["fk_customer"], left.ForeignKeys.Select(key => key.Name));
        Assert.Equal(["ix_customer"], left.Indexes.Select(index => index.Name));
        Assert.Equal(
            "customer = 'a'", string.Join(",", left.SeedRows.Single().Values.Select(value => $"{value.Column} = {value.Literal}")));
        Assert.NotNull(left.PrimaryKey);
    }

    [Fact]
    public void With_a_key_column_go_the_key_and_the_rows()
    {
        var (live, _) = Without(item => item is { Kind: ObjectKind.Column, Name: "id" }, Database(Orders), Database(Orders));
        Assert.Null(live.Tables[0].PrimaryKey);
        Assert.Empty(live.Tables[0].SeedRows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_excluded_on_one_side_is_excluded_on_both(bool reflected)
    {
        var current = Keyed("t", Column("a")) with { Indexes = [Index("ix", "a")] };
        var (live, model) = Without(
            item => item.IsReflected == reflected && item.Name is "gone" or "ix",
            Database(current, Keyed("gone")),
            Database(current, Keyed("gone")));
        Assert.Equal(live, model);
        Assert.Empty(Assert.Single(live.Tables).Indexes);
    }

    [Fact]
    public void An_index_that_names_the_column_on_one_side_only_is_excluded_on_both()
    {
        var current = Keyed("t", Column("a"), Column("b")) with { Indexes = [Index("ix", "a", "b")] };
        var (live, model) = Without(
            item => item.Name == "b", Database(current), Database(Keyed("t", Column("a")) with { Indexes = [Index("ix", "a")] }));
        Assert.Equal(live, model);
        Assert.Empty(live.Tables[0].Indexes);
    }

    [Fact]
    public void A_constraint_without_a_name_is_the_one_with_the_same_columns()
    {
        var current = Keyed("t", Column("a")) with { UniqueConstraints = [new(null, ["a"])] };
        var target = Keyed("t", Column("a")) with { UniqueConstraints = [new("uq", ["a"])] };
        var (live, model) = Without(item => item is { Kind: ObjectKind.UniqueConstraint, Name: null }, Database(current), Database(target));
        Assert.Equal(live, model);
    }

    [Fact]
    public void Excluding_a_schema_excludes_everything_in_it()
    {
        var schema = Database(Keyed("Sch ema.t"), Keyed("t")) with
        {
            Schemas = ["Sch ema", "other"],
            Sequences = [new Sequence(Name("Sch ema.s"), "bigint", SequenceOptions.Default)],
            EnumTypes = [new EnumType(Name("Sch ema.e"), ["a"])],
            Views = [new View(Name("Sch ema.v"), false)],
        };
        var environment = new Saying { Includes = item => item is not { Kind: ObjectKind.Schema, Name: "Sch ema" } };
        var (live, _) = new Inclusion(environment.Include, new PostgreSqlTestDialect()).Apply(schema, Database());
        Assert.Equal(["other"], live.Schemas);
        Assert.Equal(Name("t"), Assert.Single(live.Tables).Name);
        Assert.True(live is { Sequences.Count: 0, EnumTypes.Count: 0, Views.Count: 0 });
        Assert.DoesNotContain(environment.Asked, item => item is { Schema: "Sch ema", Kind: not ObjectKind.Schema });
    }

    [Fact]
    public void A_foreign_key_to_an_excluded_table_is_left()
    {
        var schema = Database(
            Keyed("customers"), Keyed("orders", Column("customer")) with { ForeignKeys = [ForeignKey("fk", "customer", "customers")] });
        var (live, model) = Without(item => item.Table == "customers", schema, schema);
        Assert.Equal(live, model);
        Assert.Single(Assert.Single(live.Tables).ForeignKeys);
    }

    [Fact]
    public void Everything_is_asked_of_with_its_side_and_place()
    {
        var environment = new Saying();
        var (live, model) = (Database(Keyed("s.t", Column("a")) with { Indexes = [Index("ix", "a")] }), Database(Keyed("s.t")));
        Assert.Equal((live, model), new Inclusion(environment.Include, new PostgreSqlTestDialect()).Apply(live, model));
        string[] expected =
        [
            "Table s/t/t live both: table 's.t'",
            "Table s/t/t model both: table 's.t'",
            "Column s/t/id live both: column 's.t.id' integer NOT NULL",
            "Column s/t/a live: column 's.t.a' text NOT NULL",
            "Column s/t/id model both: column 's.t.id' integer NOT NULL",
            "PrimaryKey s/t/pk_t live both: primary key 'pk_t' on 's.t' ('id')",
            "PrimaryKey s/t/pk_t model both: primary key 'pk_t' on 's.t' ('id')",
            "Index s/t/ix live: index 'ix' on 's.t' ('a')",
        ];
        Assert.Equal(
            expected,
            environment.Asked.Select(
                item =>
                    $"{item.Kind} {item.Schema}/{item.Table}/{item.Name} "
                        + $"{(item.IsReflected ? "live" : "model")}{(item.HasCounterpart ? " both" : "")}: {item}"));
    }

    [Fact]
    public void A_database_that_does_not_tell_cases_apart_excludes_both_spellings()
    {
        var (live, model) = new Inclusion(item => item.Name is not ("T" or "Ix"), new CaselessDialect()).Apply(
            Database(Keyed("t"), Keyed("u", Column("a")) with { Indexes = [Index("Ix", "a")] }),
            Database(Keyed("T"), Keyed("U", Column("a")) with { Indexes = [Index("ix", "a")] }));
        Assert.Equal(["u", "U"], live.Tables.Concat(model.Tables).Select(table => table.Name.Name));
        Assert.All(live.Tables.Concat(model.Tables), table => Assert.Empty(table.Indexes));
    }

    private static (DatabaseSchema Live, DatabaseSchema Model) Without(
        Func<SchemaObject, bool> excluded, DatabaseSchema live, DatabaseSchema model)
        => new Inclusion(item => !excluded(item), new PostgreSqlTestDialect()).Apply(live, model);

    private sealed class CaselessDialect : PostgreSqlTestDialect
    {
        public override bool SameName(string current, string target) => string.Equals(current, target, StringComparison.OrdinalIgnoreCase);
    }
}
