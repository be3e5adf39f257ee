using Autogen.Schema;
using Autogen.Testing;
using Autogen.Tool.Settings;
using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

[Case("R9")]
public class ConflictMarkersTests
{
    private const string Start = "<<<<<<< HEAD\n";
    private const string Base = "||||||| 1a2b3c4\n";
    private const string Middle = "=======\n";
    private const string End = ">>>>>>> theirs\n";

    [Theory]
    [InlineData("a\n" + Start + "b\n" + Middle + "c\n" + End, 2)]
    [InlineData(Start + "b\n" + Base + "c\n" + Middle + End, 1)]
    [InlineData("a\r\n<<<<<<< HEAD\r\nb\r\n", 2)]
    [InlineData("a\n" + Base, 2)]
    [InlineData("a\n" + Middle + End, 2)]
    [InlineData("a\n" + End, 2)]
    [InlineData("a\n>>>>>>>", 2)]
    [InlineData("/*\n" + Start + "*/", 2)]
    [InlineData("a <<<<<<< HEAD\n", null)]
    [InlineData("// <<<<<<< HEAD\n", null)]
    [InlineData("<<<<<<<< HEAD\n", null)]
    [InlineData("======= a heading\n", null)]
    [InlineData("", null)]
    public void First_marker_is_found(string text, int? line) => Assert.Equal(line, ConflictMarkers.Find(text));

    [Theory]
    [InlineData("class A { }\n" + Middle, 2)]
    [InlineData("/*\nTitle\n" + Middle + "*/\nclass A { }\n", null)]
    [InlineData("class A { string t = \"\"\"\nTitle\n" + Middle + "\"\"\"; }\n", null)]
    public void Middle_alone_is_a_marker_outside_of_texts_and_comments(string text, int? line)
        => Assert.Equal(line, ConflictMarkers.FindInCode(text));

    [Theory]
    [InlineData("[Revision(\"aaaa00000001\")]\n" + Start + "public sealed class A : Revision { }\n" + Middle
        + "public sealed class B : Revision { }\n" + End, 2)]
    [InlineData(Start + "[Revision(\"aaaa00000001\", Revises = \"a\")]\n" + Middle + "[Revision(\"aaaa00000001\", Revises = \"b\")]\n" + End
        + "public sealed class A : Revision { }\n", 1)]
    [InlineData("class Helper\n{\n" + Start + Middle + End + "}\n", 3)]
    public void File_of_the_revisions_folder_is_refused(string text, int line)
    {
        using var folder = new RevisionsFolder();
        var refused = folder.With("a.cs", text).Refused(ErrorCode.RevisionInvalid);
        Assert.Equal($"Revisions/a.cs:{line}", refused.Details["file"]);
    }

    [Fact]
    public void Settings_are_refused()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "{\n" + Start + Middle + End + "}\n");
        var refused = Assert.Throws<AutogenException>(() => SettingsText.Read(path));
        Assert.Equal(ErrorCode.ConfigurationInvalid, refused.Code);
        Assert.Contains("(2)", refused.Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
