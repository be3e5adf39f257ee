using System.Reflection;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Attributes;

/// <summary>Every way to write a revision's parents that a compiler takes.</summary>
[Case("W11")]
public class RevisionAttributeTests
{
    [Fact]
    public void Parents_may_be_written_as_a_text_an_array_a_list_or_a_collection_expression()
    {
        var graph = RevisionSet.From(typeof(RevisionAttributeTests).Assembly, typeof(RevisionAttributeTests).Namespace!).Graph;
        Assert.Equal(
            [
                "attr00: ", "attr01: attr00", "attr02: attr00", "attr03: attr01, attr02", "attr04: attr00", "attr05: attr01, attr02",
                "attr06: attr01, attr02", "attr07: attr01, attr02", "attr08: ", "attr09: ", "attr10: attr01, attr02",
            ],
            graph.ParentsFirst.OrderBy(node => node.Id, StringComparer.Ordinal)
                .Select(node => $"{node.Id}: {string.Join(", ", node.Revises)}"));
    }

    [Fact]
    public void Attribute_without_parents_has_none()
        => Assert.All(
            [typeof(A00), typeof(A08), typeof(A09)],
            type => Assert.Null(type.GetCustomAttribute<RevisionAttribute>()!.Revises));
}

internal abstract class Nothing : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
    }

    public override void Downgrade(MigrationBuilder op)
    {
    }
}

[Revision("attr00")]
internal sealed class A00 : Nothing;

[Revision("attr01", Revises = "attr00")]
internal sealed class A01 : Nothing;

[Revision("attr02", "attr00")]
internal sealed class A02 : Nothing;

[Revision("attr03", Revises = new[] { "attr01", "attr02" })]
internal sealed class A03 : Nothing;

[Revision("attr04", ["attr00"], Created = "2026-12-01T00:00:00Z")]
internal sealed class A04 : Nothing;

[Revision("attr05", ["attr01", "attr02"])]
internal sealed class A05 : Nothing;

[Revision("attr06", "attr01", "attr02")]
internal sealed class A06 : Nothing;

[Revision("attr07", revises: ["attr01", "attr02"])]
internal sealed class A07 : Nothing;

[Revision("attr08", Revises = null)]
internal sealed class A08 : Nothing;

[Revision("attr09", [])]
internal sealed class A09 : Nothing;

[Revision("attr10", Revises = new string[] { "attr01", "attr02" }, Branch = new[] { "x" })]
internal sealed class A10 : Nothing;
