using Autogen.Design.Planning;
using Autogen.Design.Planning.Numbering;
using Autogen.Operations;
using Autogen.Schema.Objects;
using Autogen.Statements.PostgreSql;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

public class SequenceTests
{
    [Theory]
    [InlineData("smallint", 1, null, null, null, "1..32767 from 1")]
    [InlineData("integer", 1, null, null, null, "1..2147483647 from 1")]
    [InlineData("bigint", 5, null, null, null, "1..9223372036854775807 from 1")]
    [InlineData("smallint", -1, null, null, null, "-32768..-1 from -1")]
    [InlineData("integer", -2, null, null, null, "-2147483648..-1 from -1")]
    [InlineData("bigint", -1, -10L, 10L, null, "-10..10 from 10")]
    [InlineData("bigint", 1, -10L, 10L, null, "-10..10 from -10")]
    [InlineData("bigint", 1, 5L, null, 7L, "5..9223372036854775807 from 7")]
    public void Omitted_options_are_the_databases_choice(
        string type, int increment, long? minimum, long? maximum, long? start, string expected)
        => Assert.Equal(
            expected, Text(SequenceBounds.Of(type, new() { Increment = increment, Minimum = minimum, Maximum = maximum, Start = start })));

    [Theory]
    [InlineData(1, 10, 5, 20, "5..10 from 7")]
    [InlineData(5, 20, 1, 10, "5..10 from 7")]
    [InlineData(1, 5, 5, 9, "5..5 from 7")]
    [InlineData(1, 5, 6, 9, "nothing")]
    public void Two_ranges_have_in_common_what_is_in_both(int minimum, int maximum, int otherMinimum, int otherMaximum, string expected)
        => Assert.Equal(
            expected,
            new SequenceBounds(minimum, maximum, 1).Overlap(new(otherMinimum, otherMaximum, 7)) is { } overlap ? Text(overlap) : "nothing");

    public static TheoryData<SequenceOptions, string, string, string> EachOption => new()
    {
        { new(), "", "", "" },
        { new() { Start = 5 }, " START WITH 5", " START WITH 5", " START WITH 1" },
        { new() { Increment = 3 }, " INCREMENT BY 3", " INCREMENT BY 3", " INCREMENT BY 1" },
        {
            new() { Increment = -1 },
            " INCREMENT BY -1",
            " INCREMENT BY -1 NO MINVALUE NO MAXVALUE START WITH -1",
            " INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1"
        },
        { new() { Minimum = 10 }, " MINVALUE 10", " MINVALUE 10 START WITH 10", " NO MINVALUE START WITH 1" },
        { new() { Maximum = 99 }, " MAXVALUE 99", " MAXVALUE 99", " NO MAXVALUE" },
        { new() { Cache = 20 }, " CACHE 20", " CACHE 20", " CACHE 1" },
        { new() { IsCyclic = true }, " CYCLE", " CYCLE", " NO CYCLE" },
    };

    [Theory]
    [MemberData(nameof(EachOption))]
    public void Options_are_written_where_they_are_not_the_databases_choice(
        SequenceOptions options, string create, string alter, string back)
    {
        var sequence = new CreateTypedSequenceOperation
        {
            Name = "s",
            Type = "integer",
            StartValue = options.Start,
            IncrementBy = options.Increment,
            MinValue = options.Minimum,
            MaxValue = options.Maximum,
            Cache = options.Cache,
            Cyclic = options.IsCyclic,
        };
        Assert.Equal(create, SequenceOptionSql.Of(sequence));
        Assert.Equal(alter, Changes(new(), options));
        Assert.Equal(back, Changes(options, new()));
    }

    private static string Changes(SequenceOptions current, SequenceOptions target)
        => SequenceOptionSql.Of(SequenceChanges.Between("integer", current, "integer", target).OfSequence(new ObjectName("s"), null));

    [Fact]
    public void Of_an_identity_each_option_is_set()
        => Assert.Equal(
            " SET INCREMENT BY 2 SET MINVALUE 0 SET MAXVALUE 9 SET START WITH 0 SET CACHE 2 SET CYCLE",
            SequenceOptionSql.Of(
                SequenceChanges.Between(
                    "integer", new(), "integer", new() { Increment = 2, Minimum = 0, Maximum = 9, Cache = 2, IsCyclic = true })
                    .OfIdentity(new ObjectName("t"), "c", null),
                "SET "));

    [Theory]
    [InlineData("integer", 1, 1, "CreateSequence s Int32 start 1 by 1 ..")]
    [InlineData("smallint", 1, 1, "CreateSequence s Int16 start 1 by 1 ..")]
    [InlineData("bigint", int.MaxValue, 1, "CreateSequence s Int64 start 1 by 2147483647 ..")]
    [InlineData("bigint", int.MinValue, 1, "CreateSequence s Int64 start -1 by -2147483648 ..")]
    [InlineData("bigint", int.MaxValue + 1L, 1, "SQL: CREATE SEQUENCE \"s\" AS bigint INCREMENT BY 2147483648;")]
    [InlineData("bigint", int.MinValue - 1L, 1, "SQL: CREATE SEQUENCE \"s\" AS bigint INCREMENT BY -2147483649;")]
    [InlineData("bigint", 1, 5, "SQL: CREATE SEQUENCE \"s\" AS bigint CACHE 5;")]
    [InlineData("numeric", 1, 1, "SQL: CREATE SEQUENCE \"s\" AS numeric;")]
    public void A_sequence_is_made_by_the_operation_where_that_can_say_it(string type, long increment, long cache, string expected)
        => Assert.Equal(
            expected,
            Operations.OnPostgreSql(
                TinyDiff.Of(Database() with { Schemas = ["q"] }, With(new(new("s"), type, new() { Increment = increment, Cache = cache }))))
                .Text());

    public static TheoryData<Sequence, Sequence, string> Alterations => new()
    {
        { Of("integer", new()), Of("bigint", new()), """SQL: ALTER SEQUENCE "s" AS bigint NO MAXVALUE;""" },
        { Of("integer", new()), Of("integer", new() { IsCyclic = true }), """SQL: ALTER SEQUENCE "s" CYCLE;""" },
        {
            Of("integer", new()),
            Of("integer", new() { Start = 7 }),
            """
            SQL: ALTER SEQUENCE "s" START WITH 7;
            SQL: SELECT pg_catalog.setval('"s"', 7, false) FROM "s" WHERE NOT is_called;
            """
        },
        {
            Of("integer", new() { Start = 5 }),
            Of("integer", new() { Start = 5, Maximum = 9 }),
            """
            SQL: SELECT pg_catalog.setval('"s"', LEAST(GREATEST(last_value, 1), 9), is_called AND last_value OPERATOR(pg_catalog.>=) 1 AND last_value OPERATOR(pg_catalog.<=) 9) FROM "s";
            SQL: ALTER SEQUENCE "s" MAXVALUE 9;
            """
        },
        {
            Of("integer", new() { Maximum = 9 }),
            Of("integer", new() { Minimum = 10 }),
            """
            SQL: ALTER SEQUENCE "s" MINVALUE 10 NO MAXVALUE START WITH 10 RESTART WITH 10;
              ! Note: sequence 's' restarts, because nothing of its old range is left
            """
        },
    };

    [Theory]
    [MemberData(nameof(Alterations))]
    public void A_sequence_is_altered_and_its_counter_stays_within_the_bounds(Sequence current, Sequence target, string expected)
        => Assert.Equal(expected, Operations.OnPostgreSql(TinyDiff.Of(With(current), With(target))).TextWithRisks());

    [Theory]
    [InlineData("s", "q.t", "RenameSequence s -> q.t")]
    [InlineData("q.s", "q.t", "RenameSequence q.s -> q.t")]
    [InlineData("s", "t", "RenameSequence s -> t")]
    [InlineData("q.s", "t", "RenameSequence q.s -> public.t")]
    public void A_sequence_is_renamed_and_moved_and_else_left_alone(string from, string to, string expected)
        => Assert.Equal(
            expected,
            Operations.OnPostgreSql(
                TinyDiff.Of(With(new(Name(from), "bigint", new())), With(new(Name(to), "bigint", new())), $"{from}={to}"))
                .Text());

    private static Sequence Of(string type, SequenceOptions options) => new(new("s"), type, options);

    private static DatabaseSchema With(Sequence sequence) => Database() with { Schemas = ["q"], Sequences = [sequence] };

    private static string Text(SequenceBounds bounds) => $"{bounds.Minimum}..{bounds.Maximum} from {bounds.Start}";
}
