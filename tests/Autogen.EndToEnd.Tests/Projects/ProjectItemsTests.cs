using System.Text;
using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

public sealed class ProjectItemsTests
{
    private const string Item = """<PackageReference Include="X" Version="1" />""";

    [Theory]
    [Case("W9")]
    [InlineData(
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup>\n    <PackageReference Include=\"A\" />\n    ITEM\n  </ItemGroup>\n</Project>\n")]
    [InlineData(
        "<Project>\r\n\t<ItemGroup>\r\n\t\t<PackageReference Include=\"A\">\r\n\t\t\t<PrivateAssets>all</PrivateAssets>\r\n"
            + "\t\t</PackageReference>\r\n\t</ItemGroup>\r\n</Project>",
        "<Project>\r\n\t<ItemGroup>\r\n\t\t<PackageReference Include=\"A\">\r\n\t\t\t<PrivateAssets>all</PrivateAssets>\r\n"
            + "\t\t</PackageReference>\r\n\t\tITEM\r\n\t</ItemGroup>\r\n</Project>")]
    [InlineData(
        "<Project>\n  <ItemGroup Condition=\"'$(X)'=='1'\">\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup Condition=\"'$(X)'=='1'\">\n    <PackageReference Include=\"A\" />\n  </ItemGroup>\n\n  <ItemGroup>\n"
            + "    ITEM\n  </ItemGroup>\n\n</Project>\n")]
    [InlineData(
        "<Project>\n  <ItemGroup><PackageReference Include=\"A\" /></ItemGroup>\n</Project>\n",
        "<Project>\n  <ItemGroup><PackageReference Include=\"A\" /></ItemGroup>\n\n  <ItemGroup>\n    ITEM\n  </ItemGroup>\n\n"
            + "</Project>\n")]
    [InlineData(
        "<Project>\n  <PropertyGroup/>\n</Project>\n",
        "<Project>\n  <PropertyGroup/>\n\n  <ItemGroup>\n    ITEM\n  </ItemGroup>\n\n</Project>\n")]
    public void A_reference_joins_those_that_exist(string before, string after)
        => Assert.Equal(after.Replace("ITEM", Item), ProjectItems.Insert(before, Item));

    [Theory]
    [Case("W9")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_byte_order_mark_stays_as_it_was(bool hasMark)
    {
        var folder = Directory.CreateTempSubdirectory("autogen-items-").FullName;
        try
        {
            var project = new ProjectFile(Path.Combine(folder, "Größe.csproj"));
            File.WriteAllText(project.Path, "<Project>\n</Project>\n", new UTF8Encoding(hasMark));
            Assert.NotNull(PackageReference.Add(project, "X", "1"));
            Assert.Equal(hasMark, File.ReadAllBytes(project.Path).AsSpan().StartsWith(Encoding.UTF8.Preamble));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
