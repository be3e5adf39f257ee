using Autogen.Design.Models;
using Autogen.Scenarios.Running;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using NpgsqlTypes;

namespace Autogen.Design.Tests.Differences;

[Case("N2")]
public class TextSearchTests
{
    private static readonly DbContextOptions npgsql = new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options;

    public static TheoryData<string[]> Columns =>
    [
        new[] { "Title" }, new[] { "Note" }, new[] { "Doc" }, new[] { "MaybeDoc" }, new[] { "Old" }, new[] { "MaybeOld" },
        new[] { "Doc", "Title", "MaybeOld", "Note", "MaybeDoc", "Old" }, new[] { "Title", "Doc" }, new[] { "Doc", "MaybeDoc" },
    ];

    [Theory]
    [MemberData(nameof(Columns))]
    public void Expression_of_a_full_text_column_and_index_is_the_one_that_the_provider_writes(string[] columns)
    {
        using var context = new ScenarioContext(npgsql, model => Build(model, columns));
        var sql = Script(context);
        var table = ModelReader.Read(context, AllDialects.ForProvider(context.Database.ProviderName), "public").Tables[0];
        var vector = table.Columns.Single(column => column.Name == "Vector").Generated!.Expression.Text;
        Assert.Contains($"GENERATED ALWAYS AS ({vector}) STORED", sql, StringComparison.Ordinal);
        Assert.Contains($"({Assert.Single(table.Indexes).Parts[0].Expression!.Text})", sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(true)]
    public void Older_annotation_of_directions_counts_where_EF_Cores_own_is_silent(bool? isDescending)
    {
        using var context = new ScenarioContext(npgsql, model => model.Entity<Article>(article =>
        {
            article.Ignore(item => item.Vector);
            var index = article.HasIndex(item => new { item.Title, item.Note });
            if (isDescending is not null)
                index.IsDescending(false, true);
#pragma warning disable EF1001 // The older annotation has no method any more.
            index.HasAnnotation("Npgsql:IndexSortOrder", new[] { SortOrder.Descending, SortOrder.Ascending });
#pragma warning restore EF1001
        }));
        var index = ModelReader.Read(context, AllDialects.ForProvider(context.Database.ProviderName), "public").Tables[0].Indexes[0];
        var sql = Script(context);
        Assert.Equal(isDescending is null ? [true, false] : [false, true], index.Parts.Select(part => part.IsDescending));
        Assert.Contains(isDescending is null ? "(\"Title\" DESC, \"Note\")" : "(\"Title\", \"Note\" DESC)", sql, StringComparison.Ordinal);
    }

    // What the provider itself writes for the whole model.
    private static string Script(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var operations = context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model.GetRelationalModel());
        return string.Join(
            '\n', context.GetService<IMigrationsSqlGenerator>().Generate(operations, model).Select(command => command.CommandText));
    }

    private static void Build(ModelBuilder model, string[] columns) => model.Entity<Article>(article =>
    {
        article.Property(item => item.Doc).HasColumnType("jsonb");
        article.Property(item => item.MaybeDoc).HasColumnType("jsonb");
        article.Property(item => item.Old).HasColumnType("json");
        article.Property(item => item.MaybeOld).HasColumnType("json");
        article.Property(item => item.Vector)
            .HasAnnotation("Npgsql:TsVectorConfig", "en'glish").HasAnnotation("Npgsql:TsVectorProperties", columns);
        article.HasIndex(columns, "ix").HasMethod("gin").IsTsVectorExpressionIndex("english");
    });

    private sealed class Article
    {
        public int Id { get; set; }

        public required string Title { get; set; }

        public string? Note { get; set; }

        public required string Doc { get; set; }

        public string? MaybeDoc { get; set; }

        public required string Old { get; set; }

        public string? MaybeOld { get; set; }

        public required NpgsqlTsVector Vector { get; set; }
    }
}
