using Autogen.Design.Planning;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Planning;

public class ReadingTests
{
    [Theory]
    [InlineData("mood", null, "mood")]
    [InlineData("Mood", null, "mood")]
    [InlineData("\"Mood\"[]", null, "Mood")]
    [InlineData("\"Sch Ema\".\"Mo\"\"od\"[][]", "Sch Ema", "Mo\"od")]
    [InlineData("s.mood", "s", "mood")]
    public void Reads_the_name_out_of_a_type(string type, string? schema, string name) => Assert.Equal(new ObjectName(schema, name), TypeNames.Parse(type));

    [Theory]
    [InlineData("numeric(18,2)")]
    [InlineData("character varying")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public void A_type_that_is_no_plain_name_has_none(string type) => Assert.Null(TypeNames.Parse(type));

    [Theory]
    [InlineData("a > 0", "a", true)]
    [InlineData("\"A b\" > 0", "A b", true)]
    [InlineData("\"A\"\"b\" > 0", "A\"b", true)]
    [InlineData("ab > 0", "a", false)]
    [InlineData("b = 'a'", "a", false)]
    [InlineData("b = 'it''s a' AND c", "a", false)]
    [InlineData("lower(T.NAME)", "name", true)]
    [InlineData("\"b\" > 'x", "x", false)]
    public void Finds_a_column_in_an_expression(string sql, string column, bool isThere) => Assert.Equal(isThere, SqlMentions.Identifier(sql, column));

    [Fact]
    public void A_temporary_name_is_cut_to_63_bytes_between_characters()
    {
        Assert.Equal(new string('ä', 29) + "_old", TemporaryNames.From(new string('ä', 31), "_old", _ => false));
        Assert.Equal("mood_old3", TemporaryNames.From("mood", "_old", name => name is "mood_old" or "mood_old2"));
    }
}
