using Autogen.Design.Environments;
using Autogen.Design.Rendering;
using Autogen.Design.Tests.Rendering;
using Autogen.Schema;

namespace Autogen.Design.Tests.Environments;

public class FileCustomizationTests
{
    [Fact]
    public void Names_lines_and_usings_are_in_the_file_and_it_compiles()
    {
        var file = Dress(new Saying
        {
            Names = naming =>
            {
                naming.Message = $"{naming.Message} <{naming.Id}>";
                naming.ClassName = "V2_Örders";
                naming.Slug = "Größe & Co";
            },
            Renders = rendering =>
            {
                rendering.Header.Add("// Reviewed by the \"database\" team.");
                rendering.Header.Add("#pragma warning disable CS8019, CS1591");
                rendering.Header.Add("");
                rendering.Usings.Add("System.Text");
            },
        });
        Assert.Equal("ae1027a6acf0_grosse_co.cs", file.Header.FileName);
        var text = RevisionRenderer.Render(file);
        Assert.StartsWith(
            "// Reviewed by the \"database\" team.\n#pragma warning disable CS8019, CS1591\n\nusing System.Text;\nusing Autogen;\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("/// <summary>add orders &lt;ae1027a6acf0&gt;</summary>", text, StringComparison.Ordinal);
        CompiledRevision.Compile(text, "V2_Örders");
    }

    [Fact]
    public void Without_a_wish_the_file_is_what_it_was()
        => Assert.Equal(RevisionRenderer.Render(File()), RevisionRenderer.Render(Dress(new Saying())));

    [Theory]
    [InlineData("2nd")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("Revision")]
    [InlineData("Taken")]
    public void A_class_name_that_can_not_be_is_refused(string name)
        => Refused($"Name gives the class name '{name}'", new Saying { Names = naming => naming.ClassName = name });

    [Theory]
    [InlineData("Reviewed by us")]
    [InlineData("// a\nclass B;")]
    [InlineData("/* open")]
    [InlineData("// a\rclass B;")]
    [InlineData("// a\u2028class B;")]
    [InlineData("using System;")]
    [InlineData("#nonsense")]
    public void A_line_that_is_not_a_comment_is_rejected(string line)
        => Refused("Render gives the header line", new Saying { Renders = rendering => rendering.Header.Add(line) });

    [Theory]
    [InlineData("static System.Math")]
    [InlineData("System.")]
    [InlineData("A = System")]
    [InlineData("")]
    public void A_using_that_is_not_a_namespace_is_rejected(string space)
        => Refused("Render gives the using", new Saying { Renders = rendering => rendering.Usings.Add(space) });

    private static void Refused(string message, Saying environment)
    {
        var refused = Assert.Throws<AutogenException>(() => Dress(environment));
        Assert.Equal(ErrorCode.EnvironmentInvalid, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    private static RevisionFile Dress(Saying environment) => FileCustomization.Apply(File(), new ProjectEnvironment(environment));

    private static RevisionFile File() => new()
    {
        Id = "ae1027a6acf0",
        Revises = [],
        Message = "add orders",
        Created = DateTimeOffset.UnixEpoch,
        Namespace = "My.Revisions",
        TakenClassNames = ["Taken"],
        Upgrade = [],
        Downgrade = [],
    };
}
