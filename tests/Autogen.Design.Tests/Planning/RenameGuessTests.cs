using Autogen.Design.Planning;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>What is asked where a drop and an add may be a rename.</summary>
public class RenameGuessTests
{
    [Fact]
    public void Each_kind_has_its_question()
    {
        var current = Database(Keyed("a", Column("x")), Keyed("t", Column("old"))) with
        {
            Sequences = [new(new("s"), "bigint", new())],
            EnumTypes = [new(new("mood"), ["sad", "ok"])]
        };
        var target = Database(Keyed("b", Column("x")), Keyed("u", Column("new"))) with
        {
            Sequences = [new(new("q"), "bigint", new())],
            EnumTypes = [new(new("mood"), ["blue", "ok"])]
        };
        Assert.Equal(
            """
            a=b: Did you rename table 'a' to 'b'?
            t.old=new: Did you rename 't.old' to 'new'?
            mood.sad=blue: Did you rename label 'sad' of 'mood' to 'blue'?
            s=q: Did you rename sequence 's' to 'q'?
            """,
            Questions(TinyDiff.Of(current, target, "t=u")));
    }

    [Theory]
    [InlineData("a b", "c d", "a=c b=d")]
    [InlineData("b a", "z y", "b=z a=y")]
    [InlineData("a:integer b", "c d:integer", "a:integer=d:integer b=c")]
    [InlineData("a b", "c", "a=c")]
    [InlineData("a", "b:integer", "")]
    [InlineData("a", "", "")]
    public void Columns_are_paired_by_their_places_and_types(string removed, string added, string expected)
    {
        static Table Table(string columns)
            => Keyed("t", [.. columns.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(column => Column(column, column.Contains(':') ? "integer" : "text", nullable: true))]);
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Operations.OnPostgreSql(TinyDiff.Of(Database(Table(removed)), Database(Table(added))))
                    .SelectMany(planned => planned.Risks)
                    .Select(risk => risk.Rename?.Hint.ToString()["t.".Length..])
                    .OfType<string>()
                    .OrderBy(hint => removed.IndexOf(hint.Split('=')[0], StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("a b", "a c", "mood.b=c")]
    [InlineData("a b", "b a", "")]
    [InlineData("a b c", "c a d", "")]
    [InlineData("a b", "b", "")]
    [InlineData("a b", "c b a", "")]
    [InlineData("a b", "a", "")]
    public void A_label_may_be_renamed_if_a_new_one_takes_its_place(string current, string target, string expected)
    {
        static DatabaseSchema With(string labels) => Database() with { EnumTypes = [new(new("mood"), [.. labels.Split(' ')])] };
        Assert.Equal(expected, string.Join(' ', Operations.OnPostgreSql(TinyDiff.Of(With(current), With(target)))
            .SelectMany(planned => planned.Risks)
            .Select(risk => risk.Rename?.Hint)));
    }

    [Fact]
    public void A_table_without_columns_is_like_no_other()
        => Assert.Equal("", Questions(TinyDiff.Of(Database(Table("a")), Database(Table("b")))));

    [Fact]
    public void A_computed_column_is_not_a_rename_of_a_stored_one_and_loses_nothing()
        => Assert.Equal(
            """
            DropColumn t.c
            DropColumn t.v
              ! DataLoss: drops column 't.v' and what is in it
              ! Guess: drops 'v' and adds 'w': if this is a rename, use --rename t.v=w
            DropColumn t.x
              ! DataLoss: drops column 't.x' and its values; it is added again as a generated column
            AddColumn t.w text null
            AddColumn t.x text null as lower(a) stored
              ! TableRewrite: rewrites table 't' under an exclusive lock
            AddColumn t.d text null as upper(a) stored
              ! TableRewrite: rewrites table 't' under an exclusive lock
            """,
            Operations.OnPostgreSql(TinyDiff.Of(
                Database(
                    Keyed("t", Column("a"), Column("v", nullable: true), Column("x", nullable: true), Computed("c", "integer", "id + 1"))),
                Database(Keyed(
                    "t", Column("a"), Column("w", nullable: true), Computed("x", "text", "lower(a)"), Computed("d", "text", "upper(a)")))))
                .TextWithRisks());

    private static string Questions(SchemaDiff diff)
        => string.Join('\n', Operations.OnPostgreSql(diff)
            .SelectMany(planned => planned.Risks)
            .Select(risk => risk.Rename)
            .OfType<PossibleRename>()
            .Select(rename => $"{rename.Hint}: {rename.Question}"));
}
