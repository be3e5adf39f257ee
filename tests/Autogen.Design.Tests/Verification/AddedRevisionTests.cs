using Autogen.Design.Verification;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;

namespace Autogen.Design.Tests.Verification;

public class AddedRevisionTests
{
    [Fact]
    public void An_unwritten_revision_is_based_on_written_ones()
    {
        var written = RevisionSet.From(RevisionCompiler.Compile([Revision("first0000000", "")], DiagnosticSeverity.Error));
        var both = written.With(
            RevisionCompiler.Compile([Revision("second000000", ", Revises = \"first0000000\"")], DiagnosticSeverity.Error));
        Assert.Equal(["second000000"], both.Graph.Heads);
        Assert.Equal(["first0000000"], both.Graph.Find("second000000")!.Revises);
    }

    private static string Revision(string id, string arguments)
        => $$"""
            using Autogen;
            using Microsoft.EntityFrameworkCore.Migrations;

            namespace Added;

            [Revision("{{id}}"{{arguments}})]
            public sealed class R{{id}} : Revision
            {
                public override void Upgrade(MigrationBuilder op) { }
                public override void Downgrade(MigrationBuilder op) { }
            }
            """;
}
