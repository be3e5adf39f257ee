using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

[Case("W3")]
public class BodyCommentsTests
{
    private const string Text = """"
        // a licence
        using Autogen;

        /// <summary>what it is about</summary>
        [Revision("aaaa")]
        public sealed class A : Revision
        {
            // not above an operation
            private const string Name = "// no comment";

            public override void Upgrade(MigrationBuilder op)
            {
                // Drops "x".
                op.DropColumn(
                    // inside
                    "x", "t"); // behind
                if (op.IsNpgsql())
                {
                    // On PostgreSQL only.
                    op.Sql($"""
                        // {Name} {{
                        """);
                }
                /*
                 * In two
                 * lines. */
                op.Sql("DELETE FROM t");
                // Drops "x".
                op.Sql(@"// { ""{ ");
            }

            // between

            public override void Downgrade(MigrationBuilder op)
            {
                // Fills it with ''.
                op.Sql("");
            }

            private static void Other()
            {
                // neither
                return;
            }
        }
        """";

    [Fact]
    public void Comments_above_statements_are_read_of_each_body()
    {
        var comments = BodyComments.Of(Text);
        Assert.Equal(["Drops \"x\".", "On PostgreSQL only.", "In two", "lines."], comments.Upgrade);
        Assert.Equal(["Fills it with ''."], comments.Downgrade);
    }

    [Fact]
    public void Bodies_that_are_expressions_have_none_of_what_follows_them()
    {
        var comments = BodyComments.Of("""
            class A
            {
                public override void Upgrade(MigrationBuilder op) => op.Autocommit(inner =>
                {
                    // Long.
                    inner.Sql("");
                });
                private static int Other()
                {
                    // neither
                    return 1;
                }
                public override void Downgrade(MigrationBuilder op) => op.Sql("");
                private static int Third()
                {
                    // neither
                    return 1;
                }
            }
            """);
        Assert.Equal(["Long."], comments.Upgrade);
        Assert.Empty(comments.Downgrade);
    }

    [Theory]
    [InlineData("")]
    [InlineData("class A { void Upgrade( { // open")]
    public void Text_that_does_not_compile_is_read_as_far_as_it_can_be(string text)
        => Assert.Empty(BodyComments.Of(text).Downgrade);
}
