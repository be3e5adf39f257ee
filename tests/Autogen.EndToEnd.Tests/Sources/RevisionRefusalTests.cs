using Autogen.Schema;

namespace Autogen.EndToEnd.Tests.Sources;

public sealed class RevisionRefusalTests : IDisposable
{
    private readonly RevisionsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("Revision(Ids.First)", "'id'")]
    [InlineData("""Revision("a" + "b")""", "'id'")]
    [InlineData("""Revision($"a")""", "'id'")]
    [InlineData("Revision(nameof(A))", "'id'")]
    [InlineData("Revision(12)", "'id'")]
    [InlineData("Revision(null)", "id is null")]
    [InlineData("Revision", "no id")]
    [InlineData("Revision()", "no id")]
    [InlineData("""Revision(Revises = "a")""", "no id")]
    [InlineData("""Revision("a", Revises = Ids.First)""", "'Revises'")]
    [InlineData("""Revision("a", Revises = new[] { "b", Ids.First })""", "'Revises'")]
    [InlineData("""Revision("a", Revises = new[] { "b", null })""", "must not contain null")]
    [InlineData("""Revision("a", Revises = [.. Ids.All])""", "'Revises'")]
    [InlineData("""Revision("a", "b", Revises = "c")""", "given twice")]
    [InlineData("""Revision("a", Revises = "c", Revises = "b")""", "given twice")]
    [InlineData("""Revision("a", Revise = "b")""", "'Revise'")]
    [InlineData("""Revision("")""", "id is empty")]
    [InlineData("""Revision("a@b")""", "id 'a@b' can't be one")]
    [InlineData("""Revision("a-b")""", "id 'a-b' can't be one")]
    [InlineData("""Revision("a+b")""", "id 'a+b' can't be one")]
    [InlineData("""Revision("a:b")""", "id 'a:b' can't be one")]
    [InlineData("""Revision("a b")""", "id 'a b' can't be one")]
    [InlineData("""Revision("a\0b")""", "\\u0000")]
    [InlineData("""Revision("../a")""", "id '../a' can't be one")]
    [InlineData("""Revision("head")""", "id 'head' can't be one")]
    [InlineData("""Revision("a", Branch = "x@head")""", "branch label 'x@head'")]
    public void An_attribute_that_can_not_be_read_is_named_with_file_and_line(string attribute, string reason)
    {
        folder.With("odd.cs", RevisionsFolder.Class(attribute));
        var problem = folder.Refused(ErrorCode.RevisionInvalid);
        Assert.StartsWith("Revisions/odd.cs:7: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal("Revisions/odd.cs:7", problem.Details["file"]);
    }

    [Fact]
    public void Two_revisions_in_one_file_are_refused()
    {
        folder.With("two.cs", RevisionsFolder.Class("""Revision("a")""") + "\n[Revision(\"b\")] public sealed class B : Revision { }");
        var problem = folder.Refused(ErrorCode.RevisionInvalid);
        Assert.StartsWith("Revisions/two.cs:16: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'a' in line 7", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_without_its_attribute_is_refused()
    {
        folder.With("bare.cs", "namespace Shop;\npublic sealed class Forgotten : Revision { }");
        var problem = folder.Refused(ErrorCode.RevisionInvalid);
        Assert.StartsWith("Revisions/bare.cs:2: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("'Forgotten'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_problems_the_first_file_is_named()
    {
        for (var i = 9; i >= 0; i--)
            folder.With($"{i}.cs", RevisionsFolder.Class("Revision()"));
        Assert.StartsWith("Revisions/0.cs", folder.Refused(ErrorCode.RevisionInvalid).Message, StringComparison.Ordinal);
    }
}
