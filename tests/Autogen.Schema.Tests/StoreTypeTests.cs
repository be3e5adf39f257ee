using Autogen.Schema.Objects;

namespace Autogen.Schema.Tests;

public class StoreTypeTests
{
    [Theory]
    [InlineData("integer", null, "integer", "", 0)]
    [InlineData("Character Varying(20)", null, "character varying", "20", 0)]
    [InlineData("timestamp(3) with time zone[]", null, "timestamp with time zone", "3", 1)]
    [InlineData("numeric( 9 , 3 )[][]", null, "numeric", "9, 3", 2)]
    [InlineData("interval day to second(3)", null, "interval", "3", 0)]
    [InlineData("int4 ARRAY[4]", null, "int4", "", 1)]
    [InlineData("int[3][3]", null, "int", "", 2)]
    [InlineData("\"Sch Ema\" . \"Mo\"\"od\"[]", "Sch Ema", "Mo\"od", "", 1)]
    [InlineData("shop.Geometry(Point,4326)", "shop", "geometry", "Point, 4326", 0)]
    [InlineData("\"json[]\"", null, "json[]", "", 0)]
    [InlineData("\"my (20) range\"", null, "my (20) range", "", 0)]
    [InlineData("Ärger", null, "Ärger", "", 0)]
    [InlineData("_x", null, "_x", "", 0)]
    [InlineData("UNSIGNED BIG INT", null, "unsigned big int", "", 0)]
    [InlineData("", null, "", "", 0)]
    [InlineData("a.b.c", null, "a.b.c", "", 0)]
    [InlineData("\"open", null, "\"open", "", 0)]
    [InlineData("text)", null, "text)", "", 0)]
    public void A_type_has_parts(string text, string? schema, string name, string modifiers, int rank)
    {
        var type = new StoreType(text);
        Assert.Equal((text, schema, name, modifiers, rank), (type.Text, type.Schema, type.Name, type.Modifiers.ToString(), type.ArrayRank));
    }

    [Theory]
    [InlineData("varchar(20)", 20, null, null)]
    [InlineData("numeric(9,-3)", 9, -3, null)]
    [InlineData("geometry(Point,4326)", null, 4326, null)]
    [InlineData("interval day to second(3)", 3, null, "day to second")]
    [InlineData("\"interval\"", null, null, null)]
    public void Modifiers_are_numbers_and_fields(string text, int? length, int? scale, string? fields)
    {
        var type = new StoreType(text);
        Assert.Equal((length, scale, fields), (type.Length, type.Scale, type.Fields));
    }

    [Theory]
    [InlineData("timestamp(3) with time zone[]", "timestamp(3) with time zone")]
    [InlineData("int4 array[4]", "int4")]
    [InlineData("\"a[]\" [3] []", "\"a[]\"")]
    [InlineData("text", "text")]
    public void An_array_has_elements(string array, string element)
    {
        var type = new StoreType(array).Element;
        Assert.Equal((element, 0), (type.Text, type.ArrayRank));
    }

    [Fact]
    public void Types_are_equal_by_their_texts_whatever_is_known_of_them()
    {
        StoreType one = "orange";
        var known = one with { Definition = new DefinedType(new("orange"), StoreTypeKind.Domain) };
        Assert.Equal(one, known);
        Assert.Equal(one.GetHashCode(), known.GetHashCode());
        Assert.NotEqual(one, new StoreType("Orange"));
        Assert.Equal("orange", known.ToString());
    }

    [Fact]
    public void Domains_are_what_is_beneath_them()
    {
        static StoreType Domain(string name, StoreType of, bool isChecked)
            => new(name) { Definition = new DefinedType(new(name), StoreTypeKind.Domain) { Of = of, IsChecked = isChecked } };
        var outer = Domain("b", Domain("a", "numeric(9,3)", isChecked: true), isChecked: false);
        Assert.Equal(("numeric(9,3)", true), (outer.Underlying.Text, outer.IsChecked));

        var array = new StoreType("b[]") { Definition = outer.Definition };
        Assert.Equal(("b[]", false), (array.Underlying.Text, array.IsChecked));
        Assert.Equal("numeric(9,3)", array.Element.Underlying.Text);
    }

    [Theory]
    [InlineData("numeric(9,3)[]", "numeric(12,2)[]", true)]
    [InlineData("timestamp(3) with time zone", "timestamp with time zone", true)]
    [InlineData("timestamp(3) with time zone", "timestamp(3) without time zone", false)]
    [InlineData("text", "text[]", false)]
    [InlineData("shop.mood", "mood", false)]
    public void Types_are_alike_that_differ_in_modifiers_only(string one, string other, bool areAlike)
        => Assert.Equal(areAlike, new StoreType(one).IsLike(other));

    [Theory]
    [InlineData("mood", null, "mood")]
    [InlineData("Mood", null, "mood")]
    [InlineData("\"Mood\"", null, "Mood")]
    [InlineData(" \"Sch Ema\".\"Mo\"\"od\" ", "Sch Ema", "Mo\"od")]
    [InlineData("s.m_o$1", "s", "m_o$1")]
    public void A_name_is_read_as_SQL_reads_it(string text, string? schema, string name)
        => Assert.Equal(new ObjectName(schema, name), SqlName.Parse(text));

    [Theory]
    [InlineData("numeric(18,2)")]
    [InlineData("character varying")]
    [InlineData("a.b.c")]
    [InlineData("\"open")]
    [InlineData("")]
    public void A_text_that_is_no_name_has_none(string text) => Assert.Null(SqlName.Parse(text));
}
