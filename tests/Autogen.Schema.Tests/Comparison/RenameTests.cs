using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Schema.Tests.Comparison.Make;

namespace Autogen.Schema.Tests.Comparison;

public class RenameTests
{
    private static void Are(DatabaseSchema live, DatabaseSchema model, IReadOnlyList<string> renames, params IReadOnlyList<string> lines)
        => Differences.Are(live, model, Differences.Renaming(renames), TestDialect.Rich, lines);

    [Fact]
    public void Without_a_hint_a_rename_is_a_removal_and_an_addition()
        => Differences.Are(
            Table("t", Col("total")), Table("t", Col("amount")),
            "added column 't.amount' integer NOT NULL", "removed column 't.total' integer NOT NULL");

    [Fact]
    public void Renames_a_table_when_asked()
    {
        Are(
            Db(Table("orders", Col("id"))),
            Db(Table("purchases", Col("id"))),
            ["orders=purchases"],
            "renamed table 'orders' to 'purchases'");
        Are(
            Db(Table("a.orders", Col("id"))),
            Db(Table("a.purchases", Col("id"))),
            ["a.orders=purchases"],
            "renamed table 'a.orders' to 'a.purchases'");
        Are(
            Db(Table("a.orders", Col("id"))),
            Db(Table("b.orders", Col("id"))),
            ["a.orders=b.orders"],
            "renamed table 'a.orders' to 'b.orders'");
    }

    [Fact]
    public void Renames_a_column_when_asked()
    {
        Are(Db(Table("t", Col("total"))), Db(Table("t", Col("amount"))), ["t.total=amount"], "renamed column 't.total' to 'amount'");
        Are(
            Db(Table("s.t", Col("total"))),
            Db(Table("s.t", Col("amount"))),
            ["s.t.total=s.t.amount"],
            "renamed column 's.t.total' to 'amount'");
    }

    [Fact]
    public void A_rename_of_what_is_one_name_to_the_database_is_nothing_to_do()
    {
        var options = Differences.Renaming(["Orders=orders", "orders.Id=id"]);
        Assert.Empty(
            SchemaComparer.Compare(Db(Table("Orders", Col("Id"))), Db(Table("orders", Col("id"))), TestDialect.Poor, options).Changes);
    }

    [Fact]
    public void Renames_a_label_when_asked()
    {
        Are(
            Labels("sad", "so-so"),
            Labels("sad", "mixed"),
            ["mood.so-so=mixed"],
            "changed labels of enum type 'mood': renamed 'so-so' to 'mixed'");
        Are(
            Labels("sad", "so-so", "gone"), Labels("mixed", "ok", "sad"), ["mood.so-so=mood.mixed"],
            "changed labels of enum type 'mood': added 'ok'; removed 'gone'; renamed 'so-so' to 'mixed'",
            "~ order of labels: changed labels of enum type 'mood': 'sad', 'so-so', 'gone' -> 'mixed', 'ok', 'sad'");
    }

    [Fact]
    public void A_renamed_label_keeps_its_place_because_order_is_cosmetic()
    {
        var diff = SchemaComparer.Compare(
            Labels("a", "b", "old"), Labels("new", "a", "b"), TestDialect.Rich, Differences.Renaming("mood.old=new"));
        Assert.Equal(["a", "b", "new"], Assert.IsType<Altered<EnumType>>(diff.Changes[0]).Target.Labels);
    }

    [Fact]
    public void Renames_a_sequence_when_asked()
    {
        Are(Sequences("numbers"), Sequences("orders"), ["numbers=orders"], "renamed sequence 'numbers' to 'orders'");
        Are(Sequences("a.numbers"), Sequences("b.orders"), ["a.numbers=b.orders"], "renamed sequence 'a.numbers' to 'b.orders'");
    }

    [Fact]
    public void Accepts_the_default_schema_by_name()
        => Are(
            Db(Table("t", Col("total"))) with { DefaultSchema = new("public") },
            Db(Table("t", Col("amount"))) with { DefaultSchema = new("public") },
            ["public.t.total=amount"],
            "renamed column 't.total' to 'amount'");

    [Fact]
    public void A_renamed_column_may_differ_otherwise_too()
    {
        Are(
            Db(Table("t", Col("total"))), Db(Table("t", Col("amount", "bigint"))), ["t.total=amount"],
            "renamed column 't.total' to 'amount'", "changed type of column 't.amount': integer -> bigint");
    }

    [Fact]
    public void A_renamed_column_is_known_again_as_the_key()
        => Are(
            Db(Table("t", Col("id").Nullable().Identity(IdentityKind.Autoincrement)).Key("pk", "id")),
            Db(Table("t", Col("key")).Key("pk", "key")),
            ["t.id=key"],
            "renamed column 't.id' to 'key'",
            "~ AUTOINCREMENT: removed identity from column 't.key': autoincrement");

    [Fact]
    public void A_table_and_its_column_are_renamed_together_by_the_old_or_the_new_name()
    {
        foreach (var table in new[] { "orders", "purchases" })
        {
            Are(
                Db(Table("orders", Col("total"))), Db(Table("purchases", Col("amount"))), ["orders=purchases", $"{table}.total=amount"],
                "renamed table 'orders' to 'purchases'", "renamed column 'purchases.total' to 'amount'");
        }
    }

    [Fact]
    public void All_that_refers_to_a_renamed_table_or_column_follows()
    {
        var live = Table("orders", Col("id"), Col("total"), Col("twice").Generated("total * 2"))
            .Key("pk", "total")
            .With(Unique("u", "total"))
            .With(Check("c", "total > 0"))
            .With(Index("i", "total") with { Filter = new("total > 1"), IncludedColumns = ["total"] })
            .With(Foreign("f", "total", "orders"))
            .With(Row(1, "total=5"));
        var model = Table("purchases", Col("id"), Col("amount"), Col("twice").Generated("amount * 2"))
            .Key("pk", "amount")
            .With(Unique("u", "amount"))
            .With(Check("c", "amount > 0"))
            .With(Index("i", "amount") with { Filter = new("amount > 1"), IncludedColumns = ["amount"] })
            .With(Foreign("f", "amount", "purchases"))
            .With(Row(1, "amount=5"));
        Are(
            Db(live, Table("x", Col("o")).With(Foreign("g", "o", "orders") with { PrincipalColumns = ["total"] })),
            Db(model, Table("x", Col("o")).With(Foreign("g", "o", "purchases") with { PrincipalColumns = ["amount"] })),
            ["orders=purchases", "orders.total=amount"],
            "renamed table 'orders' to 'purchases'", "renamed column 'purchases.total' to 'amount'");
    }

    [Theory]
    [InlineData("total > 0", "amount > 0", true)]
    [InlineData("\"total\" > 0 AND total < 5", "amount > 0 AND \"amount\" < 5", true)]
    [InlineData("TOTAL > 0", "amount > 0", true)]
    [InlineData("s = 'total'", "s = 'amount'", false)]
    [InlineData("s = 'it''s total' AND total > 0", "s = 'it''s total' AND amount > 0", true)]
    [InlineData(@"s = E'it\'s total' AND total > 0", @"s = E'it\'s total' AND amount > 0", true)]
    [InlineData("total(total) > 0", "total(amount) > 0", true)]
    [InlineData("x::total > 0", "x::amount > 0", false)]
    [InlineData("t.total > 1e5", "t.amount > 1e5", true)]
    [InlineData("totals > 0", "amounts > 0", false)]
    public void A_renamed_column_is_known_again_in_expressions(string live, string model, bool isSame)
        => Assert.Equal(
            isSame ? 1 : 2,
            SchemaComparer.Compare(
                Db(Table("t", Col("total")).With(Check("c", live))),
                Db(Table("t", Col("amount")).With(Check("c", model))),
                TestDialect.Rich,
                Differences.Renaming("t.total=amount")).Changes.Count);

    [Fact]
    public void Names_are_handed_on()
        => Are(
            Db(Table("a", Col("x"), Col("y")), Table("b", Col("z"))), Db(Table("b", Col("y"), Col("w")), Table("c", Col("z"))),
            ["a=b", "b=c", "a.x=y", "a.y=w"],
            "renamed table 'a' to 'b'", "renamed table 'b' to 'c'", "renamed column 'b.y' to 'w'", "renamed column 'b.x' to 'y'");

    [Fact]
    public void Something_new_takes_the_name_of_what_is_renamed()
        => Are(
            Db(Table("a", Col("x")).With(Check("c", "x > 0"))),
            Db(Table("b", Col("y"), Col("x")).With(Check("c", "y > 0")), Table("a", Col("x"))), ["a=b", "a.x=y"],
            "added table 'a'", "renamed table 'a' to 'b'", "added column 'b.x' integer NOT NULL", "renamed column 'b.x' to 'y'");

    [Fact]
    public void The_object_that_has_the_new_name_is_dropped()
        => Are(
            Db(Table("a", Col("x"), Col("y")), Table("b", Col("z"))), Db(Table("b", Col("y"))), ["a=b", "a.x=y"],
            "removed table 'b'", "renamed table 'a' to 'b'", "removed column 'b.y' integer NOT NULL", "renamed column 'b.x' to 'y'");

    [Fact]
    public void References_to_a_dropped_table_are_not_to_the_one_that_gets_its_name()
        => Are(
            Db(Table("a", Col("id")), Table("b", Col("id")), Table("t", Col("x")).With(Foreign("f", "x", "b"))),
            Db(Table("b", Col("id")), Table("t", Col("x")).With(Foreign("f", "x", "b"))),
            ["a=b"],
            "removed table 'b'",
            "renamed table 'a' to 'b'",
            "changed principal table of foreign key 'f' on 't': b (old) -> b");

    [Fact]
    public void Dependents_of_a_dropped_column_are_not_those_of_the_one_that_gets_its_name()
        => Are(
            Db(Table("t", Col("a"), Col("b")).With(Unique("u", "a"))), Db(Table("t", Col("a")).With(Unique("u", "a"))), ["t.b=a"],
            "removed column 't.a' integer NOT NULL", "renamed column 't.b' to 'a'",
            "changed columns of unique constraint 'u' on 't': 'a (old)' -> 'a'");

    [Fact]
    public void A_default_uses_the_sequence_that_it_used_under_whatever_name()
    {
        var schema = Db(Table("t", Col("n") with { Default = new("nextval('a')") }, Col("m") with { Default = new("nextval('other')") }));
        Assert.Equal(
            ["added sequence 'a'", "renamed sequence 'a' to 'b'", "changed default of column 't.n': nextval('a') -> nextval('a')"],
            Differences.Lines(SchemaComparer.Compare(
                schema with { Sequences = Sequences("a", "other").Sequences },
                schema with { Sequences = Sequences("a", "b", "other").Sequences },
                TestDialect.Rich,
                Differences.Renaming("a=b"))));
    }

    // Not by Are: what is said twice is done twice.
    [Fact]
    public void Names_are_exchanged()
    {
        var schema = Db(Table("a", Col("x"), Col("y")), Table("b", Col("x"), Col("y")));
        Assert.Equal(
            ["renamed table 'b' to 'a'", "renamed table 'a' to 'b'", "renamed column 'b.y' to 'x'", "renamed column 'b.x' to 'y'"],
            Differences.Lines(
                SchemaComparer.Compare(schema, schema, TestDialect.Rich, Differences.Renaming(["a=b", "b=a", "a.x=y", "a.y=x"]))));
    }

    [Theory]
    [InlineData("nosuch=x", "the database has no table and no column 'nosuch'")]
    [InlineData("a=nosuch", "the model has no table 'nosuch'")]
    [InlineData(
        "both=other",
        "the database already has a table 'other', and the model still has a table 'both'; to exchange the two names, say both")]
    [InlineData(
        "both.id=kept",
        "the database already has a column 'both.kept', and the model still has a column 'both.id'; to exchange the two names, say both")]
    [InlineData("both.old=nosuch", "the model's table 'both' has no column 'nosuch'")]
    [InlineData("a.id=new", "the model has no table 'a'")]
    [InlineData("both_old=new", "the database has no table and no column 'both_old'")]
    [InlineData("both.old=both_new", "the model's table 'both' has no column 'both_new'")]
    public void Says_why_a_rename_cannot_be_done(string hint, string why)
    {
        var error = Assert.Throws<AutogenException>(() => SchemaComparer.Compare(
            Db(Table("a", Col("id")), Table("both", Col("id"), Col("old"), Col("kept")), Table("other")),
            Db(Table("b", Col("id")), Table("both", Col("id"), Col("new"), Col("kept")), Table("other")),
            TestDialect.Rich,
            Differences.Renaming(hint)));
        Assert.Equal(ErrorCode.CommandLine, error.Code);
        Assert.Equal(
            $"The rename '{hint}' can't be done: {why}. Write OLD=NEW with the name in the database first and the "
                + "name in the model second.",
            error.Message);
    }

    [Theory]
    [InlineData("mood.sad=nosuch", "the model's 'mood' has no label 'nosuch'")]
    [InlineData("mood.sad=both", "the database's 'mood' already has a label 'both'")]
    [InlineData("mood.both=mixed", "the model's 'mood' still has a label 'both'")]
    [InlineData("other.x=y", "the model has no enumerated type 'other'")]
    [InlineData("numbers=nosuch", "the model has no sequence 'nosuch'")]
    [InlineData(
        "both=other one",
        "the database already has a sequence 'other one', and the model still has a sequence 'both'; to exchange the two names, say both")]
    public void Says_why_a_label_or_a_sequence_cannot_be_renamed(string hint, string why)
    {
        var live = Labels("sad", "both") with { Sequences = Sequences("numbers", "both", "other one").Sequences };
        var error = Assert.Throws<AutogenException>(() => SchemaComparer.Compare(
            live with { EnumTypes = [.. live.EnumTypes, new(Name("other"), ["x"])] },
            Labels("mixed", "both") with { Sequences = Sequences("orders", "both", "other one").Sequences },
            TestDialect.Rich,
            Differences.Renaming(hint)));
        Assert.Equal(
            $"The rename '{hint}' can't be done: {why}. Write OLD=NEW with the name in the database first and the "
                + "name in the model second.",
            error.Message);
    }

    [Theory]
    [InlineData("mood.a=x", "mood.b=x", "The rename 'mood.b=x' can't be done: another label of 'mood' is renamed to 'x'.")]
    [InlineData("mood.a=x", "mood.a=y", "The rename 'mood.a=y' can't be done: label 'a' of 'mood' is renamed twice.")]
    [InlineData("m=x", "m=y", "The rename 'm=y' can't be done: sequence 'm' is renamed twice.")]
    [InlineData("m=x", "n=x", "Several sequences can't be renamed to 'x': 'm', 'n'. Keep one of these renames.")]
    public void Refuses_renames_of_labels_and_sequences_that_contradict_each_other(string one, string other, string message)
        => Assert.StartsWith(
            message,
            Assert.Throws<AutogenException>(() => SchemaComparer.Compare(
                Labels("a", "b") with { Sequences = Sequences("m", "n").Sequences },
                Labels("x", "y") with { Sequences = Sequences("x", "y").Sequences },
                TestDialect.Rich,
                Differences.Renaming(one, other))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "a=c",
        "a=d",
        "The rename 'a=d' can't be done: table 'a' is renamed twice. Write OLD=NEW with the name in the database first and the "
            + "name in the model second.")]
    [InlineData("a=c", "b=c", "Several tables can't be renamed to 'c': 'a', 'b'. Keep one of these renames.")]
    [InlineData("t.x=z", "t.y=z", "Several columns of 't' can't be renamed to 'z': 'x', 'y'. Keep one of these renames.")]
    [InlineData(
        "t.x=z",
        "t.x=w",
        "The rename 't.x=w' can't be done: column 't.x' is renamed twice. "
            + "Write OLD=NEW with the name in the database first and the name in the model second.")]
    public void Refuses_renames_that_contradict_each_other(string one, string other, string message)
        => Assert.Equal(
            message,
            Assert.Throws<AutogenException>(() => SchemaComparer.Compare(
                Db(Table("a", Col("id")), Table("b", Col("id")), Table("t", Col("x"), Col("y"))),
                Db(Table("c", Col("id")), Table("d", Col("id")), Table("t", Col("z"), Col("w"))),
                TestDialect.Rich,
                Differences.Renaming(one, other))).Message);

    [Theory]
    [InlineData("=b")]
    [InlineData("a=")]
    [InlineData("a")]
    public void Says_how_a_rename_is_written(string hint)
    {
        var error = Assert.Throws<AutogenException>(() => RenameHints.Parse([hint]));
        Assert.Equal(ErrorCode.CommandLine, error.Code);
        Assert.Equal(
            $"The rename '{hint}' can't be understood. Write OLD=NEW: 'customers=clients' for a table, "
                + "'customers.name=full_name' for a column.",
            error.Message);
    }

    [Fact]
    public void A_downgrade_takes_a_rename_back()
    {
        var options = Differences.Renaming("orders=purchases", "orders.total=amount").Swapped();
        var diff = SchemaComparer.Compare(
            Db(Table("purchases", Col("amount"))), Db(Table("orders", Col("total"))), TestDialect.Rich, options);
        Assert.Equal(["renamed table 'purchases' to 'orders'", "renamed column 'orders.amount' to 'total'"], Differences.Lines(diff));
    }

    [Fact]
    public void A_downgrade_takes_the_rename_of_a_label_back()
        => Assert.Equal(
            ["changed labels of enum type 'mood': added 'gone'; removed 'ok'; renamed 'mixed' to 'so-so'"],
            Differences.Lines(SchemaComparer.Compare(
                Labels("mixed", "ok"), Labels("so-so", "gone"), TestDialect.Rich, Differences.Renaming("mood.so-so=mixed").Swapped())));

    private static DatabaseSchema Labels(params IReadOnlyList<string> labels)
        => Db() with { EnumTypes = [new(Name("mood"), labels.ToEquatableList())] };

    private static DatabaseSchema Sequences(params IReadOnlyList<string> names)
        => Db() with { Sequences = names.Select(name => new Sequence(Name(name), "bigint", new SequenceOptions())).ToEquatableList() };
}
