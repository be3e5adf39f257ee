using Autogen.Design.Rendering;
using Autogen.Rendering;
using Autogen.Schema;

namespace Autogen.Design.Tests.Rendering;

public class FileNamePatternTests
{
    private static readonly DateTimeOffset created = new(2026, 1, 31, 15, 5, 9, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("id", "ae1027a6acf0_add_order_table.cs")]
    [InlineData("dated", "20260131_140509_ae1027a6acf0_add_order_table.cs")]
    [InlineData("numbered", "0012_add_order_table.cs")]
    [InlineData("{year}-{month}-{day} {hour}.{minute}.{second} {id}", "2026-01-31 14.05.09 ae1027a6acf0.cs")]
    [InlineData("V{number}__{slug}", "V0012__add_order_table.cs")]
    public void A_file_is_named_by_its_template(string pattern, string expected)
        => Assert.Equal(expected, FileNamePattern.Parse(pattern).FileName("ae1027a6acf0", "add order table", created, 12));

    [Theory]
    [InlineData("id", "ae1027a6acf0.cs")]
    [InlineData("numbered", "0012.cs")]
    [InlineData("{slug}", "ae1027a6acf0.cs")]
    public void Without_a_message_there_is_a_name_too(string pattern, string expected)
        => Assert.Equal(expected, FileNamePattern.Parse(pattern).FileName("ae1027a6acf0", "尺", created, 12));

    [Theory]
    [InlineData("revision", "nothing in it tells revisions apart")]
    [InlineData("{date}", "nothing in it tells revisions apart")]
    [InlineData("{ID}", "there is no placeholder {ID}")]
    [InlineData("a/{id}", "a file's name has none of")]
    [InlineData("{id", "nothing in it")]
    public void Invalid_template_is_rejected(string pattern, string part)
    {
        var refused = Assert.Throws<AutogenException>(() => FileNamePattern.Parse(pattern));
        Assert.Equal(ErrorCode.ConfigurationInvalid, refused.Code);
        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }
}
