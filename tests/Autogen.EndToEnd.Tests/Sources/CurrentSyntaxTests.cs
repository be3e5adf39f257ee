using Autogen.Tool.Sources;
using Microsoft.CodeAnalysis.CSharp;

namespace Autogen.EndToEnd.Tests.Sources;

/// <summary>Revisions are written in the C# of today's SDK: the parser of the tool must know all of it.</summary>
[Case("F2")]
public sealed class CurrentSyntaxTests : IDisposable
{
    private const string Text =
        """
        using Autogen;
        using Microsoft.EntityFrameworkCore.Migrations;

        namespace Shop.Revisions;

        internal static class Steps
        {
            extension(MigrationBuilder op)
            {
                public string Tenant => "a";
                public void AddTenant(string name) => op.Sql($"SELECT '{name}'");
                public static MigrationBuilder operator +(MigrationBuilder left, string sql) => left;
            }

            extension<T>(IEnumerable<T>) where T : class
            {
                public static string Override => nameof(List<>);
            }
        }

        public partial class Counter
        {
            public int Value { get; set => field = value < 0 ? 0 : value; }
            public partial event Action? Changed;
            public partial event Action? Changed { add { } remove { } }
            public partial Counter(int start);
            public partial Counter(int start) => Value = start;
            public void operator +=(int step) => Value += step;
            public void operator ++() => Value++;
        }

        /// <summary>tenants</summary>
        [Revision("b", Revises = ["a", "c"], Branch = ["x"], DependsOn = [])]
        public sealed class Tenants : Revision
        {
            public string? Name { get => field ?? "none"; init; }

            public override void Upgrade(MigrationBuilder op)
            {
                var counter = new Counter(1);
                counter += 2;
                counter?.Value = 3;
                TryParse parse = (text, out result) => int.TryParse(text, out result);
                ReadOnlySpan<string> names = ["a", .. new[] { "b" }];
                foreach (var name in names)
                    op.AddTenant(name);
            }

            public override void Downgrade(MigrationBuilder op) => op.Sql(\"\"\"SELECT 1\"\"\");

            private delegate bool TryParse(string text, out int result);
        }
        """;

    private readonly RevisionsFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Parser_knows_CSharp_14()
        => Assert.Empty(CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(LanguageVersion.Preview)).GetDiagnostics());

    [Fact]
    public void Revision_beside_extension_members_is_read()
    {
        folder.With("b.cs", Source);
        var revision = Assert.Single(folder.Read());
        Assert.Equal(("b", "tenants", "Tenants"), (revision.Node.Id, revision.Node.Message, revision.ClassName));
        Assert.Equal(["a", "c"], revision.Node.Revises);
        Assert.Equal(["x"], revision.Node.Labels);
        Assert.Empty(revision.Node.DependsOn);
    }

    [Fact]
    public void Parent_in_a_collection_expression_is_replaced()
    {
        folder.With("b.cs", Source.Replace("""["a", "c"]""", """["a"]""", StringComparison.Ordinal));
        var edited = RevisionEdit.SetParent(Assert.Single(folder.Read()), "new");
        Assert.Contains("""Revises = ["new"], Branch = ["x"]""", edited, StringComparison.Ordinal);
    }

    [Fact]
    public void Statements_of_two_providers_are_merged()
    {
        var other = Source.Replace("counter?.Value = 3", "counter?.Value = 4", StringComparison.Ordinal);
        var merged = ProviderMerge.Merge(Source, other);
        Assert.Contains("counter?.Value = 3;", merged, StringComparison.Ordinal);
        Assert.Contains("counter?.Value = 4;", merged, StringComparison.Ordinal);
        Assert.Single(merged.Split('\n'), line => line.Contains("counter += 2;", StringComparison.Ordinal));
    }

    private static string Source => Text.Replace("\\\"", "\"", StringComparison.Ordinal);
}
