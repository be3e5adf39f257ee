using Autogen.Design.Planning;
using Autogen.Design.Rendering;
using Autogen.Rendering;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class BodyTests
{
    [Fact]
    public void A_body_alone_has_no_indent_and_no_class_around_it()
    {
        var text = RevisionRenderer.RenderBody(
        [
            new(new DropTableOperation { Name = "a" }, []),
            new(new DropTableOperation { Name = "b" }, [new(RiskKind.DataLoss, "drops table 'b'")]),
            new(new SqlOperation { Sql = "SELECT 1;\nSELECT 2" }, []),
        ]);
        Assert.Equal(
            """"
            op.DropTable(name: "a");

            // Drops table 'b'.
            op.DropTable(name: "b");

            op.Sql(
                """
                SELECT 1;
                SELECT 2
                """);

            """",
            text);
    }

    [Fact]
    public void No_operations_are_no_text() => Assert.Equal("", RevisionRenderer.RenderBody([]));

    [Fact]
    public void A_revision_without_operations_is_the_skeleton_that_the_tool_writes_alone()
    {
        var file = RenderingCase.FileOf("nothing yet", [], []);
        Assert.Equal(RevisionRenderer.Render(file), RevisionSkeleton.Render(file.Header));
    }

    [Fact]
    public void An_application_with_a_Revision_of_its_own_compiles()
    {
        var file = RenderingCases.All.Single(c => c.Name is "HiddenNames").File;
        const string Own =
            "namespace Shop { internal sealed class Revision; internal sealed class Guid; internal sealed class MigrationBuilder; }";
        Assert.Single(CompiledRevision.Upgrade(CompiledRevision.Compile(RevisionRenderer.Render(file), alongside: Own)));
    }

    [Fact]
    public void The_same_operations_are_the_same_text()
    {
        foreach (var one in RenderingCases.All)
            Assert.Equal(
                RevisionRenderer.Render(one.File),
                RevisionRenderer.Render(RenderingCases.All.Single(c => string.Equals(c.Name, one.Name, StringComparison.Ordinal)).File));
    }

    [Fact]
    public void Two_types_of_one_name_are_distinguished()
    {
        var names = new Autogen.Rendering.Syntax.NameScope(["Autogen"], ["Guid"]);
        Assert.Equal("global::System.Guid", names.Type(typeof(Guid)).ToFullString());
        Assert.Equal("Range", names.Type(typeof(System.Range)).ToFullString());
        Assert.Equal("global::Autogen.Design.Tests.Rendering.Range", names.Type(typeof(Rendering.Range)).ToFullString());
        Assert.Equal("System, Autogen", string.Join(", ", names.Namespaces));
    }
}

/// <summary>Has the name of a type of the framework.</summary>
public static class Range;
