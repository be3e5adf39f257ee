using Autogen.Design.Rendering;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class GoldenTests
{
    private static readonly IReadOnlyList<RenderingCase> Cases = RenderingCases.All;

    public static TheoryData<string> Names => [.. Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_revision_is_written_as_its_golden_file_shows(string name)
    {
        Snapshot.Matches(name + ".cs", RevisionRenderer.Render(Case(name).File));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_golden_file_compiles_without_warnings_and_says_the_operations_that_were_rendered(string name)
    {
        var file = Case(name).File;
        var revision = CompiledRevision.Compile(File.ReadAllText(Path.Combine(Snapshot.Folder, name + ".cs")), file.Header.ClassName);
        Assert.Equal(OperationText.Of(file.Upgrade.Select(o => o.Operation)), OperationText.Of(CompiledRevision.Upgrade(revision)));
        Assert.Equal(OperationText.Of(file.Downgrade.Select(o => o.Operation)), OperationText.Of(CompiledRevision.Downgrade(revision)));
        Assert.Equal(file.Id, ((RevisionAttribute)Attribute.GetCustomAttribute(revision.GetType(), typeof(RevisionAttribute))!).Id);
    }

    [Fact]
    public void No_golden_file_is_left_over()
    {
        var files = Directory.GetFiles(Snapshot.Folder, "*.cs")
            .Select(f => Path.GetFileNameWithoutExtension(f))
            .Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', Cases.Select(c => c.Name).Order(StringComparer.Ordinal)), string.Join('\n', files));
    }

    [Fact]
    public void Every_operation_of_EF_Core_and_of_our_own_is_in_a_golden_file()
    {
        var shown = Cases.SelectMany(c => c.File.Upgrade.Concat(c.File.Downgrade)).Select(o => o.Operation.GetType()).ToHashSet();
        var all = typeof(MigrationOperation).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(MigrationOperation)) && !t.IsAbstract && !t.IsNested)
            .Concat(typeof(StatementOperation).Assembly.GetExportedTypes()
                .Where(t => t.IsSubclassOf(typeof(StatementOperation)) && !t.IsAbstract));
        Assert.DoesNotContain(all, t => !shown.Contains(t));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lines_end_in_a_line_feed_and_are_no_longer_than_they_must_be(string name)
    {
        var text = RevisionRenderer.Render(Case(name).File);
        Assert.DoesNotContain('\r', text);
        Assert.False(text.StartsWith('\uFEFF'));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
        // A text, a name or a line of documentation has no place to be broken at.
        if (name is not ("LongMessage" or "OddColumns" or "Sql"))
            Assert.DoesNotContain(text.Split('\n'), l => l.Length > 140);
    }

    private static RenderingCase Case(string name) => Cases.Single(c => string.Equals(c.Name, name, StringComparison.Ordinal));
}
