using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

public class ProviderMergeTests
{
    [Fact]
    public void Common_statements_are_written_once_and_others_behind_a_condition()
        => Assert.Equal(
            """
            using System.Net;
            using Autogen;
            using Microsoft.EntityFrameworkCore.Migrations;
            using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

            namespace Shop.Revisions;

            /// <summary>x</summary>
            [Revision("ae1027a6acf0")]
            public sealed class X : Revision
            {
                /// <inheritdoc/>
                public override void Upgrade(MigrationBuilder op)
                {
                    op.Sql("a");

                    if (op.IsNpgsql())
                    {
                        // Costs something.
                        op.Sql("pg 1");

                        op.Sql("pg 2");
                    }
                    else if (op.IsSqlite())
                    {
                        op.Sql(
                            @"lite
            as it is");
                    }

                    op.Sql("b");

                    if (op.IsSqlite())
                    {
                        op.Sql("only lite");
                    }
                }

                /// <inheritdoc/>
                public override void Downgrade(MigrationBuilder op)
                {
                    if (op.IsNpgsql())
                    {
                        op.Sql("down");
                    }
                }
            }

            """.ReplaceLineEndings("\n"),
            ProviderMerge.Merge(
                File(
                    "using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;\n",
                    "\n    {\n        op.Sql(\"a\");\n\n        // Costs something.\n        op.Sql(\"pg 1\");\n        op.Sql(\"pg 2\");\n"
                        + "        op.Sql(\"b\");\n    }",
                    " => op.Sql(\"down\");"),
                File(
                    "",
                    "\n    {\n        op.Sql(\"a\");\n\n        op.Sql(\n            @\"lite\nas it is\");\n\n        op.Sql(\"b\");\n"
                        + "        op.Sql(\"only lite\");\n    }",
                    "\n    {\n    }",
                    "using System.Net;\n")));

    [Fact]
    public void Two_that_are_the_same_stay_as_they_are()
    {
        var text = File("", " => op.Sql(\"a\");", " => op.Sql(\"b\");");
        Assert.Equal(text, ProviderMerge.Merge(text, text));
        Assert.False(ProviderMerge.IsEmpty(text));
        Assert.True(ProviderMerge.IsEmpty(File("", "\n    {\n    }", "\n    {\n    }")));
    }

    private static string File(string last, string upgrade, string downgrade, string first = "")
        => $$"""
            {{first}}using Autogen;
            using Microsoft.EntityFrameworkCore.Migrations;
            {{last}}
            namespace Shop.Revisions;

            /// <summary>x</summary>
            [Revision("ae1027a6acf0")]
            public sealed class X : Revision
            {
                /// <inheritdoc/>
                public override void Upgrade(MigrationBuilder op){{upgrade}}

                /// <inheritdoc/>
                public override void Downgrade(MigrationBuilder op){{downgrade}}
            }

            """.ReplaceLineEndings("\n");
}
