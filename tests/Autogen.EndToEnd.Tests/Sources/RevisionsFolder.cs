using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

/// <summary>A project's folder with revisions, gone after the test.</summary>
internal sealed class RevisionsFolder : IDisposable
{
    private readonly DirectoryInfo project = Directory.CreateTempSubdirectory("autogen-sources-");

    internal string Project => project.FullName;

    internal RevisionsFolder With(string relativePath, string text)
    {
        var path = Path.Combine(Project, "Revisions", relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    internal IReadOnlyList<SourceRevision> Read() => RevisionSources.Read(Project, "Revisions");

    internal AutogenException Refused(ErrorCode code)
    {
        var problem = Assert.Throws<AutogenException>(Read);
        Assert.Equal(code, problem.Code);
        return problem;
    }

    /// <summary>The text of a class with an attribute as given.</summary>
    internal static string Class(string attribute, string name = "A", string summary = "") => $$"""
        using Autogen;
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace Shop.Revisions;

        /// <summary>{{summary}}</summary>
        [{{attribute}}]
        public sealed class {{name}} : Revision
        {
            public override void Upgrade(MigrationBuilder op) => op.Sql("this [Revision(\"x\")] is a text");

            public override void Downgrade(MigrationBuilder op)
            {
            }
        }
        """;

    public void Dispose() => project.Delete(recursive: true);
}
