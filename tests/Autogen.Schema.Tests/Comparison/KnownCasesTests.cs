using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

/// <summary>Cases on which tools of this kind are measured, whole: several kinds of object at once.</summary>
public class KnownCasesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("test_schema.")]
    public void A_small_shop_changes_in_many_ways(string schema)
    {
        var user = Name(schema + "user");
        var live = Db(
            Table(
                schema + "user",
                Col("id"),
                Col("name", "character varying(50)").Nullable(),
                Col("a1", "text").Nullable(),
                Col("pw", "text").Nullable())
                .Key("user_pkey", "id").With(Index("pw_idx", "pw")),
            Table(schema + "address", Col("id"), Col("email_address", "text")).Key("address_pkey", "id"),
            Table(schema + "order", Col("order_id"), Col("amount", "numeric(8,2)").Default("0")).Key("order_pkey", "order_id")
                .With(Check("ck_order_amount", "amount >= 0")),
            Table(schema + "extra", Col("x"), Col("uid").Nullable())
                .Key("extra_pkey", "x")
                .With(Foreign("extra_uid_fkey", "uid", schema + "user")));
        var model = Db(
            Table(schema + "user", Col("id"), Col("name", "character varying(50)"), Col("a1", "text").Nullable().Default("'x'"))
                .Key("user_pkey", "id"),
            Table(schema + "address", Col("id"), Col("email_address", "text"), Col("street", "text").Nullable()).Key("address_pkey", "id")
                .With(Unique("uq_email", "email_address")),
            Table(schema + "order", Col("order_id"), Col("amount", "numeric(10,2)").Nullable().Default("0"), Col("user_id").Nullable())
                .Key("order_pkey", "order_id")
                .With(Check("ck_order_amount", "amount >= 0"))
                .With(Foreign("fk_order_user", "user_id", schema + "user")),
            Table(schema + "item", Col("id"), Col("order_id")).Key("item_pkey", "id"));
        Differences.Are(
            live, model,
            $"removed table '{schema}extra'",
            $"added table '{schema}item'",
            $"added column '{schema}address.street' text",
            $"changed type of column '{schema}order.amount': numeric(8,2) -> numeric(10,2)",
            $"made column '{schema}order.amount' nullable",
            $"added column '{schema}order.user_id' integer",
            $"added default to column '{schema}user.a1': 'x'",
            $"made column '{schema}user.name' required",
            $"removed column '{schema}user.pw' text",
            $"added unique constraint 'uq_email' on '{schema}address' ('email_address')",
            $"removed index 'pw_idx' on '{schema}user' ('pw')",
            $"added foreign key 'fk_order_user' on '{schema}order' ('user_id') to '{user}' ('id')");
    }

    [Fact]
    public void Parent_and_child_are_added_and_removed_whole()
    {
        var both = Db(
            Table("parent", Col("id")).Key("pk", "id"),
            Table("child", Col("id"), Col("parent_id")).Key("pk", "id").With(Foreign("f", "parent_id", "parent")));
        Differences.Are(DatabaseSchema.Empty, both, "added table 'child'", "added table 'parent'");
        Differences.Are(both, DatabaseSchema.Empty, "removed table 'child'", "removed table 'parent'");
    }

    [Fact]
    public void A_table_is_dropped_with_the_column_that_refers_to_it()
        => Differences.Are(
            Db(Table("cat", Col("id")), Table("item", Col("id"), Col("cat_id")).With(Foreign("fk_item_cat", "cat_id", "cat"))),
            Db(Table("item", Col("id"))),
            "removed table 'cat'",
            "removed column 'item.cat_id' integer NOT NULL",
            "removed foreign key 'fk_item_cat' on 'item' ('cat_id') to 'cat' ('id')");

    [Fact]
    public void An_index_becomes_a_unique_constraint_on_the_same_column()
        => Differences.Are(
            Table("user", Col("name")).With(Index("ix_user_name", "name")), Table("user", Col("name")).With(Unique("uq_user_name", "name")),
            "added unique constraint 'uq_user_name' on 'user' ('name')", "removed index 'ix_user_name' on 'user' ('name')");

    [Fact]
    public void The_key_moves_to_another_column()
        => Differences.Are(
            Table("t", Col("id"), Col("code", "text").Nullable()).Key("pk_t", "id"),
            Table("t", Col("id").Nullable(), Col("code", "text")).Key("pk_t", "code"),
            "made column 't.code' required",
            "made column 't.id' nullable",
            "changed columns of primary key 'pk_t' on 't': 'id' -> 'code'");

    [Fact]
    public void Many_types_are_not_a_difference()
    {
        string[] types =
        [
            "integer", "character(3)", "character varying(32)", "text", "real", "double precision", "numeric", "numeric(10,5)",
            "timestamp without time zone", "timestamp(3) with time zone", "boolean", "bigint", "smallint", "date", "bytea", "json", "jsonb",
            "integer[]", "mood", "\"Sch Ema\".\"Mood2\"",
        ];
        var table = Table("t", [.. types.Select((type, number) => Col($"c{number}", type))]);
        Differences.Are(table, table);
    }

    [Theory]
    [InlineData("character varying(30)", "character varying(40)")]
    [InlineData("character varying(30)", "character varying")]
    [InlineData("text", "character varying(255)")]
    [InlineData("numeric(10,5)", "numeric(10,6)")]
    [InlineData("numeric(10,2)", "numeric")]
    [InlineData("bigint", "integer")]
    [InlineData("timestamp without time zone", "timestamp with time zone")]
    [InlineData("integer[]", "bigint[]")]
    public void Facets_of_types_are_differences(string live, string model)
    {
        Differences.Are(Col("a", live), Col("a", model), $"changed type of column 't.a': {live} -> {model}");
        Differences.Are(Col("a", model), Col("a", live), $"changed type of column 't.a': {model} -> {live}");
    }

    [Fact]
    public void Two_tables_refer_to_each_other()
        => Differences.Are(
            Db(Table("a", Col("id"), Col("b_id")), Table("b", Col("id"), Col("a_id"))),
            Db(
                Table("a", Col("id"), Col("b_id")).With(Foreign("fa", "b_id", "b")),
                Table("b", Col("id"), Col("a_id")).With(Foreign("fb", "a_id", "a"))),
            "added foreign key 'fa' on 'a' ('b_id') to 'b' ('id')", "added foreign key 'fb' on 'b' ('a_id') to 'a' ('id')");
}
