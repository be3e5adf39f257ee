using System.Text;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

public sealed class RevisionEditTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-edit-").FullName;

    [Theory]
    [InlineData("[Revision(\"b\", Revises = \"a\", Created = \"x\")]", "[Revision(\"b\", Revises = \"new\", Created = \"x\")]")]
    [InlineData("[ Revision ( \"b\" ,\tRevises=@\"a\" ) ] // \"a\"", "[ Revision ( \"b\" ,\tRevises=\"new\" ) ] // \"a\"")]
    [InlineData("[Revision(\"b\", Revises = new[] { \"a\" })]", "[Revision(\"b\", Revises = new[] { \"new\" })]")]
    [InlineData("[Revision(\"b\", \"a\")]", "[Revision(\"b\", \"new\")]")]
    [InlineData("[Revision(\"b\", [\"a\"], Created = \"x\")]", "[Revision(\"b\", [\"new\"], Created = \"x\")]")]
    [InlineData("[Revision(revises: \"a\", id: \"b\")]", "[Revision(revises: \"new\", id: \"b\")]")]
    [InlineData("[Revision(\"b\")]", "[Revision(\"b\", Revises = \"new\")]")]
    [InlineData("[Revision(id: \"b\", Created = \"x\")]", "[Revision(id: \"b\", Revises = \"new\", Created = \"x\")]")]
    public void Only_the_parent_changes(string before, string after)
    {
        foreach (var (newLine, hasMark) in new[] { ("\n", false), ("\r\n", true) })
        {
            string File(string attribute)
                => "// Ümlaut, "
                    + $"\"a\"  {newLine}using Autogen;{newLine}{newLine}{attribute}{newLine}public class  B:Revision{{ string a = \"a\"; "
                    + "}";
            var path = Path.Combine(folder, "b.cs");
            System.IO.File.WriteAllText(path, File(before), new UTF8Encoding(hasMark));

            var source = Assert.Single(RevisionSources.Read(folder, folder));
            RevisionEdit.Write(path, RevisionEdit.SetParent(source, "new"));
            Assert.Equal(
                (hasMark ? Encoding.UTF8.GetPreamble() : []).Concat(Encoding.UTF8.GetBytes(File(after))),
                System.IO.File.ReadAllBytes(path));
        }
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_and_stays()
    {
        var path = Path.Combine(folder, "b.cs");
        byte[] bytes =
        [
            .. Encoding.ASCII.GetBytes("// "),
            0xDC,
            .. Encoding.ASCII.GetBytes("\nusing Autogen;\n[Revision(\"b\")]\npublic class B : Revision { }")
        ];
        File.WriteAllBytes(path, bytes);
        var edited = RevisionEdit.SetParent(Assert.Single(RevisionSources.Read(folder, folder)), "new");
        Assert.Equal(ErrorCode.NotRebasable, Assert.Throws<AutogenException>(() => RevisionEdit.Write(path, edited)).Code);
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
