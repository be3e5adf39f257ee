using Autogen.Design.Planning;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Steps;
using Autogen.Design.Planning.Types;
using Autogen.Schema.Objects;
using Autogen.Statements.PostgreSql;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

public class ReadingTests
{
    [Theory]
    [InlineData("mood", null, "mood", true)]
    [InlineData("mood[]", null, "mood", true)]
    [InlineData("public.mood", null, "mood", true)]
    [InlineData("mood", "public", "mood", true)]
    [InlineData("s.mood", null, "mood", false)]
    [InlineData("mood", "s", "mood", false)]
    [InlineData("s.mood", "s", "mood", true)]
    [InlineData("s.mood", "q", "mood", false)]
    [InlineData("\"Mood\"", null, "mood", false)]
    public void A_type_without_a_schema_is_of_the_default_one(string type, string? schema, string name, bool isOf)
        => Assert.Equal(isOf, new StoreType(type).IsNamed(new(schema, name), "public"));

    [Theory]
    [InlineData("en_US.utf8", null, "en_US.utf8")]
    [InlineData("there.x", "there", "x")]
    [InlineData("wanted.x.y", "wanted", "x.y")]
    [InlineData("public.x", "public", "x")]
    [InlineData(".x", null, ".x")]
    [InlineData("x", null, "x")]
    public void A_name_is_qualified_by_a_schema_that_is_known(string text, string? schema, string name)
    {
        var scope = new PlanScope(
            TinyDiff.Of(Database() with { Schemas = ["there"] }, Database() with { Schemas = ["wanted"] }),
            new PostgreSqlTestDialect(),
            new TestClrTypes());
        Assert.Equal(new ObjectName(schema, name), QualifiedNames.Split(scope, text));
    }

    [Theory]
    [InlineData(null, null, "public")]
    [InlineData(null, "b", "b")]
    [InlineData("a", "b", "a")]
    public void The_default_schema_is_the_databases_own(string? current, string? target, string expected)
        => Assert.Equal(
            expected,
            new PlanScope(
                TinyDiff.Of(Database() with { DefaultSchema = new(current) }, Database() with { DefaultSchema = new(target) }),
                new PostgreSqlTestDialect(),
                new TestClrTypes()).DefaultSchema);

    [Theory]
    [InlineData("BEGIN\r\nEND", "DO $do$\nBEGIN\nEND\n$do$;")]
    [InlineData("SELECT $do$x$do$", "DO $do1$\nSELECT $do$x$do$\n$do1$;")]
    [InlineData("$do$ $do1$", "DO $do2$\n$do$ $do1$\n$do2$;")]
    public void A_block_is_quoted_by_what_it_does_not_have(string body, string expected) => Assert.Equal(expected, AnonymousBlock.Do(body));

    [Fact]
    public void A_block_in_UTC_gives_the_time_zone_back()
        => Assert.Equal(
            """
            DO $do$
            DECLARE
                zone pg_catalog.text := pg_catalog.current_setting('TimeZone');
            BEGIN
                PERFORM pg_catalog.set_config('TimeZone', 'UTC', true);
                SELECT 1;
                PERFORM pg_catalog.set_config('TimeZone', zone, true);
            END
            $do$;
            """,
            AnonymousBlock.InUtc("SELECT 1;"));

    [Theory]
    [InlineData(null, "x", "DropIndex Index x")]
    [InlineData("s.t", "", "DropIndex Index s.t")]
    [InlineData("t", "x", "DropIndex Index t.x")]
    public void A_step_is_described_by_its_object(string? table, string name, string expected)
        => Assert.Equal(expected, new Vertex(Phase.DropIndex, ObjectKind.Index, table is null ? null : Name(table), name).ToString());

    [Fact]
    public void A_temporary_name_is_cut_to_63_bytes_between_characters()
    {
        Assert.Equal(new string('ä', 29) + "_old", TemporaryNames.From(new string('ä', 31), "_old", _ => false));
        Assert.Equal(new string('a', 59) + "_old", TemporaryNames.From(new string('a', 59), "_old", _ => false));
        Assert.Equal(new string('a', 59) + "_old", TemporaryNames.From(new string('a', 60), "_old", _ => false));
        Assert.Equal(new string('a', 58) + "_old2", TemporaryNames.From(new string('a', 60), "_old", name => !name.EndsWith('2')));
        Assert.Equal("mood_old3", TemporaryNames.From("mood", "_old", name => name is "mood_old" or "mood_old2"));
    }
}
