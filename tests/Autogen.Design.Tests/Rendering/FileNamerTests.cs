using Autogen.Design.Rendering;
using Autogen.Rendering;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.Design.Tests.Rendering;

public class FileNamerTests
{
    private const string Id = "ae1027a6acf0";

    [Theory]
    [InlineData("add order table", "add_order_table")]
    [InlineData("Add Order-Table!", "add_order_table")]
    [InlineData("  add   2  tables ", "add_2_tables")]
    [InlineData("snake_case stays", "snake_case_stays")]
    [InlineData("Größe, naïve Ångström & Œuvre", "grosse_naive_angstrom_oeuvre")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("İstanbul ılık", "istanbul_ilik")]
    [InlineData("漢字", "")]
    [InlineData("добавить x", "x")]
    [InlineData("../../etc/passwd", "etc_passwd")]
    [InlineData("", "")]
    [InlineData("one two three four five six seven eight nine", "one_two_three_four_five_six_seven_eight")]
    [InlineData("exactly forty characters in this message", "exactly_forty_characters_in_this_message")]
    [InlineData("exactly forty characters in this message and more", "exactly_forty_characters_in_this_message")]
    [InlineData("pneumonoultramicroscopicsilicovolcanoconiosis", "pneumonoultramicroscopicsilicovolcanocon")]
    public void A_slug_is_the_message_in_lower_case_ASCII_words(string message, string slug)
    {
        Assert.Equal(slug, FileNamer.Slug(message));
        Assert.Equal(slug.Length == 0 ? $"{Id}.cs" : $"{Id}_{slug}.cs", FileNamePattern.Default.FileName(Id, message, default, 1));
    }

    [Theory]
    [InlineData("add order table", "AddOrderTable")]
    [InlineData("add FAX to http-log", "AddFAXToHttpLog")]
    [InlineData("2 tables", "Revision2Tables")]
    [InlineData("drop 1 2 3", "Drop1_2_3")]
    [InlineData("naïve Größe", "NaiveGrosse")]
    [InlineData("漢字を追加", "漢字を追加")]
    [InlineData("class", "Class")]
    [InlineData("guid", "GuidRevision")]
    [InlineData("Upgrade", "UpgradeRevision")]
    [InlineData("migration", "MigrationRevision")]
    [InlineData("", "RevisionAe1027a6acf0")]
    [InlineData("!?", "RevisionAe1027a6acf0")]
    [InlineData("½ done", "Done")]
    [InlineData("a\u00adb", "AB")]
    public void A_class_is_named_in_Pascal_case(string message, string name)
    {
        Assert.Equal(name, FileNamer.ClassName(Id, message, []));
        Assert.True(SyntaxFacts.IsValidIdentifier(name));
    }

    [Fact]
    public void A_name_that_is_taken_gets_the_id()
    {
        Assert.Equal("AddOrderTable_ae1027a6acf0", FileNamer.ClassName(Id, "add order table", ["X", "AddOrderTable"]));
    }

    [Fact]
    public void A_class_name_ends_at_a_word()
    {
        var name = FileNamer.ClassName(Id, string.Join(' ', Enumerable.Repeat("wonderful", 20)), []);
        Assert.Equal(string.Concat(Enumerable.Repeat("Wonderful", 8)), name);
        Assert.Equal("W" + new string('w', 79), FileNamer.ClassName(Id, new string('w', 500), []));
    }

    [Fact]
    public void An_id_with_odd_characters_names_a_file_in_the_same_folder()
    {
        Assert.Equal("a_b_c_x.cs", FileNamePattern.Default.FileName("a/b\\c", "x", default, 1));
        Assert.Equal("e280ae.cs", FileNamePattern.Default.FileName("\u202e", "\u202e", default, 1));
    }

    [Fact]
    public void An_id_is_twelve_hexadecimal_digits_and_new_each_time()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => RevisionIds.New()).ToArray();
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{12}$", id));
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
