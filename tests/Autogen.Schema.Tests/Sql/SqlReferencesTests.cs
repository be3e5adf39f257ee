using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests.Sql;

/// <summary>What SQL refers to by name.</summary>
public class SqlReferencesTests
{
    [Theory]
    [InlineData("nextval('numbers')", "numbers")]
    [InlineData("NEXTVAL ( 'Numbers'::regclass )", "numbers")]
    [InlineData("pg_catalog.nextval('\"Sch Ema\".\"it''s\"'::regclass)", "Sch Ema.it's")]
    [InlineData("nextval(CAST('s.numbers' AS regclass)) + nextval((('b'))::regclass)", "s.numbers b")]
    [InlineData("'nextval(''numbers'')'", "")]
    [InlineData("setval('numbers', 1) -- nextval('x')", "")]
    public void Sequences_of_defaults_are_found(string sql, string names) => Assert.Equal(names, Text(SqlReferences.SequenceNames(sql)));

    [Theory]
    [InlineData("'ok'::mood", "mood")]
    [InlineData("'ok'::\"Sch Ema\".\"Mood\"[]", "Sch Ema.Mood")]
    [InlineData("CAST('ok' AS s.mood)", "s.mood")]
    [InlineData("s.mood 'ok'", "s.mood")]
    [InlineData("'::mood' || $$ ::mood $$", "")]
    [InlineData("mood > 1", "")]
    public void Types_of_casts_and_strings_are_found(string sql, string names) => Assert.Equal(names, Text(SqlReferences.TypeNames(sql)));

    [Theory]
    [InlineData("a COLLATE german || b collate s.\"De\"", "german s.De")]
    [InlineData("'COLLATE german'", "")]
    public void Collations_are_found(string sql, string names) => Assert.Equal(names, Text(SqlReferences.CollationNames(sql)));

    [Theory]
    [InlineData("nextval('numbers'::regclass)", "numbers", true)]
    [InlineData("nextval('s.\"Order Numbers\"')", "Order Numbers", true)]
    [InlineData("nextval('\"it''s \"\"n\"\"\"')", "it's \"n\"", true)]
    [InlineData("f($$nextval('numbers')$$)", "numbers", true)]
    [InlineData("nextval('numbers_2')", "numbers", false)]
    [InlineData("1 -- numbers", "numbers", false)]
    public void A_name_is_found_in_strings_too(string sql, string name, bool isFound)
        => Assert.Equal(isFound, SqlReferences.MayName(sql, name));

    private static string Text(IEnumerable<ObjectName> names) => string.Join(' ', names);
}
