using System.Globalization;
using Autogen.Testing;

namespace Autogen.Schema.Tests;

[Case("S6")]
public class VisibleTextTests
{
    [Theory]
    [InlineData("orders", "orders")]
    [InlineData("größe 表 🙂", "größe 表 🙂")]
    [InlineData("a\u001b[2Jb", @"a\u001B[2Jb")]
    [InlineData("a\u0007\u0000\u007f\u009bb", @"a\u0007\u0000\u007F\u009Bb")]
    [InlineData("a\r\nb\tc\rd", "a  b c d")]
    [InlineData("\u202egnp.exe\u2066\u200e\u200f", @"\u202Egnp.exe\u2066\u200E\u200F")]
    [InlineData("a\u200bb\u00adc\ufeffd\u3164", @"a\u200Bb\u00ADc\uFEFFd\u3164")]
    [InlineData("a\u2028b\u2029c\u0085d", @"a\u2028b\u2029c\u0085d")]
    [InlineData("\ue000", @"\uE000")]
    public void Characters_that_nobody_sees_become_their_codes(string text, string visible)
        => Assert.Equal(visible, VisibleText.OneLine(text));

    [Fact]
    public void Halves_of_pairs_become_their_codes()
    {
        Assert.Equal(@"a\uD83Db", VisibleText.OneLine("a\ud83db"));
        Assert.Equal(@"\uDE42\uD83D", VisibleText.OneLine("\ude42\ud83d"));
        Assert.Equal(@"\uDB40\uDC01", VisibleText.OneLine("\U000e0001"));
    }

    [Fact]
    public void Lines_keep_line_feeds_and_tabs_alone()
        => Assert.Equal("a\nb\n\tc\\u000Dd\\u001B", VisibleText.Lines("a\r\nb\n\tc\rd\u001b"));

    [Fact]
    public void Every_character_is_written_so_that_nothing_invisible_is_left()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var written = VisibleText.OneLine($"x{(char)code}y");
            Assert.DoesNotContain(written, character =>
                char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        }
    }

    [Fact]
    public void A_visible_text_stays_the_same_object()
    {
        const string Text = "CREATE TABLE \"größe\" (\n\tid int\n);";
        Assert.Same(Text, VisibleText.Lines(Text));
    }
}
