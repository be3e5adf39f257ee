using Autogen.Messages;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Design.Tests.Differences;

/// <summary>Differences between a table <c>t</c> that others made and a model.</summary>
public class LiveDifferenceTests
{
    private const string Key = "\"Id\" integer NOT NULL CONSTRAINT \"PK_t\" PRIMARY KEY";

    [Theory]
    [InlineData("varchar(255)[]", "ARRAY[]::varchar(255)[]")]
    [InlineData("numeric(10,2)[]", "ARRAY[]::numeric(10,2)[]")]
    [InlineData("varchar(20)[]", "'{}'")]
    [InlineData("numeric(10,2)", "0::numeric(10,2)")]
    [InlineData("varchar(20)", "''::varchar(20)")]
    [InlineData("char(3)", "''")]
    [InlineData("timestamp(3) with time zone", "'-infinity'::timestamptz(3)")]
    [InlineData("time(3)", "'00:00'::time(3)")]
    [Case("N10")]
    public async Task Left_over_default_whose_type_has_a_length_or_a_precision_is_cosmetic(string type, string value)
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync($"CREATE TABLE t ({Key}, a {type} NOT NULL DEFAULT {value})");
        var (exitCode, result) = await database.CheckAsync(
            Model(table => table.IndexerProperty(TypeOf(type), "a").HasColumnType(type).IsRequired()));
        var change = Assert.Single(result.Changes);
        Assert.Equal((0, "left-over default"), (exitCode, change.CosmeticKind));
    }

    [Theory]
    [InlineData("postgresql", true)]
    [InlineData("postgresql", false)]
    [InlineData("sqlite", true)]
    [Case("N5")]
    public async Task Index_on_an_expression_is_left_alone_whether_strict_or_not(string provider, bool strict)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        await database.ExecuteAsync(
            $"CREATE TABLE t ({Key.Replace("integer", "INTEGER", StringComparison.Ordinal)}, a text NULL); "
                + "CREATE UNIQUE INDEX ux ON t (lower(a)) WHERE a <> ''");
        var (exitCode, result) = await database.CheckAsync(
            Model(table => table.Property<string>("a").HasColumnType("text")), strict: strict);
        Assert.Equal("", string.Join('\n', result.Changes.Select(change => change.Text)));
        Assert.Equal(0, exitCode);
    }

    [Theory]
    [InlineData("nextval('missing')", "relation \"missing\" does not exist")]
    [InlineData("nextval('other.missing'::regclass)", "schema \"other\" does not exist")]
    [InlineData("missing(1)", "function missing(integer) does not exist")]
    [Case("N12")]
    public async Task Default_of_a_new_table_that_needs_what_does_not_exist_is_refused(string value, string reason)
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.ReviseAsync(Model(table => table.Property<int>("n").HasDefaultValueSql(value))));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("(create it in a revision before this one)", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing(\"Id\") > 0", null)]
    [InlineData(null, "missing(\"Id\")")]
    [Case("N12")]
    public async Task Check_and_computed_column_that_need_what_does_not_exist_are_refused(string? check, string? computed)
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.ReviseAsync(Model(table =>
        {
            if (check is not null)
                table.ToTable("t", mapped => mapped.HasCheckConstraint("ck", check));
            if (computed is not null)
                table.Property<int>("n").HasComputedColumnSql(computed, stored: true);
        })));
        Assert.Contains("function missing(integer) does not exist", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Case("N12")]
    public async Task Default_that_takes_from_a_sequence_of_the_same_revision_is_accepted()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        var written = await database.ReviseAsync(model =>
        {
            model.HasSequence<int>("Numbers", "other");
            Model(table => table.Property<int>("n").HasDefaultValueSql("nextval('other.\"Numbers\"')"))(model);
        });
        Assert.NotNull(written.Text);
    }

    [Fact]
    [Case("N9")]
    public async Task Session_that_may_not_write_is_sent_to_the_primary_server()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync($"CREATE TABLE t ({Key}, a text DEFAULT substring('abc' from 2))");
        await database.CheckAsync(
            Model(table => table.Property<string>("a").HasDefaultValueSql("substring('abc' from 2)")), readOnly: true);
        var warning = Assert.Single(database.Warnings);
        Assert.Contains("Connect to the primary server", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMP", warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("integer", "bigint")]
    [InlineData("bigint", "integer")]
    [Case("N14")]
    public async Task Sequence_of_a_serial_that_counts_in_another_type_is_said(string type, string counts)
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            $"CREATE SEQUENCE \"t_Id_seq\" AS {counts}; CREATE TABLE t (\"Id\" {type} NOT NULL DEFAULT nextval('\"t_Id_seq\"') "
                + "CONSTRAINT \"PK_t\" PRIMARY KEY); ALTER SEQUENCE \"t_Id_seq\" OWNED BY t.\"Id\"");
        var (exitCode, result) = await database.CheckAsync(model => model.SharedTypeEntity<Dictionary<string, object>>(
            "t", table => table.IndexerProperty(type == "bigint" ? typeof(long) : typeof(int), "Id").UseSerialColumn()));
        var change = Assert.Single(result.Changes);
        Assert.Equal(
            (0, true, $"changed type of the sequence of column 't.Id': {counts} -> {type}"), (exitCode, change.Cosmetic, change.Text));
    }

    [Fact]
    [Case("N7")]
    public async Task Sequence_in_a_model_for_SQLite_is_refused()
    {
        await using var database = await CheckedDatabase.CreateAsync("sqlite");
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.CheckAsync(model => model.HasSequence("numbers")));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.StartsWith("The model has a sequence 'numbers', but SQLite has no sequences.", refused.Message, StringComparison.Ordinal);
    }

    private static Type TypeOf(string type) => type switch
    {
        "varchar(255)[]" or "varchar(20)[]" => typeof(string[]),
        "numeric(10,2)[]" => typeof(decimal[]),
        "numeric(10,2)" => typeof(decimal),
        "time(3)" => typeof(TimeOnly),
        "timestamp(3) with time zone" => typeof(DateTime),
        _ => typeof(string),
    };

    private static Action<ModelBuilder> Model(Action<Entity> build)
        => model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.Property<int>("Id").ValueGeneratedNever();
            build(table);
        });
}
