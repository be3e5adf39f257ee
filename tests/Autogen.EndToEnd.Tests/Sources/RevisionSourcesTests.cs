using Autogen.Rendering;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

public sealed class RevisionSourcesTests : IDisposable
{
    private readonly RevisionsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_project_without_the_folder_has_no_revisions() => Assert.Empty(folder.Read());

    [Fact]
    public void A_revision_is_read_with_all_that_its_attribute_says()
    {
        var text = RevisionsFolder.Class(
            """Revision("27c6a30d7c24", Revises = "1975ea83b712", Branch = new[] { "shop", "billing" }, """
                + """DependsOn = new string[] { "x1" }, Created = "2026-11-20T19:54:04Z", Adopted = true, Format = 1)""",
            "AddOrders",
            "add orders");
        folder.With("27c6a30d7c24_add_orders.cs", text);
        var revision = Assert.Single(folder.Read());
        Assert.Equal("27c6a30d7c24", revision.Node.Id);
        Assert.Equal(["1975ea83b712"], revision.Node.Revises);
        Assert.Equal(["shop", "billing"], revision.Node.Labels);
        Assert.Equal(["x1"], revision.Node.DependsOn);
        Assert.Equal("2026-11-20T19:54:04Z", revision.Node.Created);
        Assert.Equal("add orders", revision.Node.Message);
        Assert.Equal("Revisions/27c6a30d7c24_add_orders.cs", revision.Node.Source);
        Assert.Equal("AddOrders", revision.ClassName);
        Assert.Equal(7, revision.Line);
        Assert.Equal(text, revision.Text);
        Assert.Equal(Path.Combine(folder.Project, "Revisions", "27c6a30d7c24_add_orders.cs"), revision.Path);
    }

    [Theory]
    [InlineData("""Revision("a")""", "")]
    [InlineData("""Revision("a", Revises = null)""", "")]
    [InlineData("""Revision("a", Revises = new[] { "b", "c" })""", "b, c")]
    [InlineData("""Revision("a", Revises = new object[] { ("b"), @"c" })""", "b, c")]
    [InlineData("""Revision("a", Revises = ["b", "c"])""", "b, c")]
    [InlineData("""Revision(id: "a", Revises = "b")""", "b")]
    [InlineData("""Revision("a", "b")""", "b")]
    [InlineData("""Revision("a", "b", "c", Created = "x")""", "b, c")]
    [InlineData("""Revision("a", ["b", "c"])""", "b, c")]
    [InlineData("""Revision("a", new[] { "b", "c" })""", "b, c")]
    [InlineData("""Revision("a", revises: ["b", "c"])""", "b, c")]
    [InlineData("""Revision(revises: "b", id: "a")""", "b")]
    [InlineData("""Revision("a", [])""", "")]
    [InlineData(""""RevisionAttribute("""a""", Revises = "b")"""", "b")]
    [InlineData("""Autogen.Revision("a", Revises = "\u0062")""", "b")]
    [InlineData("""global::Autogen.RevisionAttribute("a", Revises = "b")""", "b")]
    [InlineData("""System.Obsolete, Revision("a", Revises = "b")""", "b")]
    [InlineData("""System.Obsolete] /* and */ [ Revision ( "a" , Revises="b" )""", "b")]
    public void The_attribute_may_be_written_in_any_way_that_needs_no_compiler(string attribute, string revises)
    {
        folder.With("a.cs", RevisionsFolder.Class(attribute));
        var revision = Assert.Single(folder.Read());
        Assert.Equal("a", revision.Node.Id);
        Assert.Equal(revises, revision.Node.Revises.ToString());
    }

    [Fact]
    public void Files_come_in_the_order_of_their_paths_from_the_folder_and_below_but_not_from_builds()
    {
        folder.With("b.cs", RevisionsFolder.Class("""Revision("b")"""))
            .With("2026/a.cs", RevisionsFolder.Class("""Revision("a")"""))
            .With("obj/x.cs", RevisionsFolder.Class("""Revision("x")"""))
            .With("2026/bin/y.cs", RevisionsFolder.Class("""Revision("y")"""))
            .With(".hidden/z.cs", RevisionsFolder.Class("""Revision("z")"""))
            .With("notes.txt", RevisionsFolder.Class("""Revision("t")"""));
        Assert.Equal("a b", string.Join(" ", folder.Read().Select(r => r.Node.Id)));
    }

    [Fact]
    public void Files_that_do_not_compile_or_hold_no_revision_are_ignored()
    {
        folder.With("a.cs", RevisionsFolder.Class("""Revision("a")""").Replace("op.Sql(", "op.!!Sql((", StringComparison.Ordinal))
            .With("helper.cs", "namespace Shop; [Revision] public enum E { A } internal static class Helper { } // [Revision(\"c\")]")
            .With("base.cs", "public abstract class OurRevision : Autogen.Revision { }")
            .With("other.cs", "[Other.Revision(\"o\")] public class Elsewhere : Other.Revision { }")
            .With("off.cs", $"#if NEVER\n{RevisionsFolder.Class("""Revision("n")""")}\n#endif")
            .With("empty.cs", "");
        Assert.Equal("a", Assert.Single(folder.Read()).Node.Id);
    }

    [Fact]
    public void What_the_tool_writes_is_read_back()
    {
        var header = new RevisionHeader
        {
            Id = RevisionIds.New(),
            Revises = ["b", "c"],
            Message = "a <b> & \"c\"\n\nsecond line",
            Created = new(2026, 11, 20, 19, 54, 4, TimeSpan.Zero),
            Namespace = "Shop.Revisions",
            Labels = ["shop"],
            DependsOn = ["d", "e"],
        };
        folder.With(header.FileName, RevisionSkeleton.Render(header));
        var revision = Assert.Single(folder.Read());
        Assert.Equal(header.Id, revision.Node.Id);
        Assert.Equal(header.Revises, revision.Node.Revises);
        Assert.Equal(header.Labels, revision.Node.Labels);
        Assert.Equal(header.DependsOn, revision.Node.DependsOn);
        Assert.Equal(header.Message, revision.Node.Message);
        Assert.Equal(header.ClassName, revision.ClassName);
        Assert.Equal("2026-11-20T19:54:04Z", revision.Node.Created);
    }

    [Fact]
    public void Words_that_look_like_a_method_do_not_hide_what_follows()
    {
        folder.With(
            "a.cs",
            "[Revision(\"a\", Branch = \"override\", Revises = new[] { \"b\" })] public class A : "
                + "Base { public override void Upgrade(MigrationBuilder op) { } }")
            .With(
                "b.cs",
                "/// <summary>override Revision</summary>\n[Revision(\"b\")]\npublic class B : "
                    + "Base { public override void Upgrade(MigrationBuilder op) { } }")
            .With("c.cs", "public class Helper { public override string ToString() => \"Revision\"; }")
            .With("d.cs", "[Revision(\"d\")] public class D : Base;");
        Assert.Equal("a b d", string.Join(" ", folder.Read().Select(r => r.Node.Id)));
        Assert.Equal("b", folder.Read()[0].Node.Revises.ToString());
        Assert.Equal("override Revision", folder.Read()[1].Node.Message);
    }

    [Fact]
    public void A_thousand_files_are_read()
    {
        for (var i = 0; i < 1000; i++)
            folder.With($"{i:0000}.cs", RevisionsFolder.Class($"Revision(\"r{i}\", Revises = \"r{i - 1}\")", $"R{i}", $"number {i}"));
        var all = folder.Read();
        Assert.Equal(1000, all.Count);
        Assert.Equal("number 999", all[999].Node.Message);
    }

    [Fact]
    public void Two_files_with_one_id_are_both_named()
    {
        folder.With("a.cs", RevisionsFolder.Class("""Revision("a")""")).With("later/b.cs", RevisionsFolder.Class("""Revision("a")""", "B"));
        var problem = folder.Refused(ErrorCode.RevisionDuplicated);
        Assert.Contains("'a'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Revisions/a.cs:7", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Revisions/later/b.cs:7", problem.Message, StringComparison.Ordinal);
    }
}
