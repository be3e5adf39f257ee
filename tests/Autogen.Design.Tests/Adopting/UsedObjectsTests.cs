using Autogen.Design.Ownership;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Adopting;

public class UsedObjectsTests
{
    [Theory]
    [InlineData("nextval('numbers'::regclass)", null, "numbers", true)]
    [InlineData("nextval('NUMBERS')", null, "numbers", true)]
    [InlineData("nextval('public.numbers'::regclass)", null, "numbers", true)]
    [InlineData("1 + nextval('sales.\"Num''bers\"'::regclass)", "sales", "Num'bers", true)]
    [InlineData("nextval('sales.numbers'::regclass)", null, "numbers", false)]
    [InlineData("nextval('numbers2'::regclass)", null, "numbers", false)]
    [InlineData("'numbers'", null, "numbers", false)]
    public void A_default_uses_the_sequence_that_it_takes_values_from(string expression, string? schema, string name, bool expected)
        => Assert.Equal(
            expected, Uses(Column("bigint", expression), new Sequence(new ObjectName(schema, name), "bigint", new SequenceOptions())));

    [Theory]
    [InlineData("mood", null, "mood", true)]
    [InlineData("mood[]", null, "mood", true)]
    [InlineData("MOOD", null, "mood", true)]
    [InlineData("\"Odd \"\"Scheme\".\"Mood\"[]", "Odd \"Scheme", "Mood", true)]
    [InlineData("sales.mood", null, "mood", false)]
    [InlineData("moods", null, "mood", false)]
    [InlineData("numeric(10,2)", null, "mood", false)]
    public void A_column_uses_its_type(string type, string? schema, string name, bool expected)
        => Assert.Equal(expected, Uses(Column(type), new EnumType(new ObjectName(schema, name), ["a"])));

    [Theory]
    [InlineData("'a'::mood", true)]
    [InlineData("'a'::\"mood\"", true)]
    [InlineData("mood + 1", false)]
    [InlineData("CAST('a' AS mood)", true)]
    [InlineData("mood 'a'", true)]
    [InlineData("'::mood'", false)]
    [InlineData("'a' /* ::mood */", false)]
    public void An_expression_uses_the_types_that_it_casts_to_and_not_columns_of_that_name(string expression, bool expected)
        => Assert.Equal(expected, Uses(Column("text", expression), new EnumType(new ObjectName("mood"), ["a"])));

    [Theory]
    [InlineData(null, "Odd", true)]
    [InlineData("public", "Odd", true)]
    [InlineData("sales", "Odd", false)]
    [InlineData(null, "odd", false)]
    public void A_column_uses_its_collation(string? schema, string name, bool expected)
        => Assert.Equal(expected, Uses(Column("text") with { Collation = new(schema, name) }, new Collation(new ObjectName("Odd"))));

    private static Column Column(string type, string? value = null)
        => new() { Name = "c", Type = type, Default = value is null ? null : new SqlExpression(value) };

    private static bool Uses(Column column, object item)
        => new UsedObjects([new Table { Name = new ObjectName("t"), Columns = [column] }], "public").Has(SchemaItem.Of(item));
}
