using Autogen.Design.Models;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Models;

public class ModelReaderTests
{
    private static readonly DbContextOptions npgsql = new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options;
    private static readonly DbContextOptions sqlite = new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options;

    [Fact]
    public void The_default_schema_is_omitted_whether_the_model_names_it_or_not()
    {
        var schema = Read(npgsql, model => model.SharedTypeEntity<Dictionary<string, object>>("a", a =>
        {
            a.ToTable("a", "public");
            a.Property<int>("Id");
        }));
        Assert.Equal(new ObjectName("a"), Assert.Single(schema.Tables).Name);
        Assert.Empty(schema.Schemas);
    }

    [Theory]
    [InlineData("varchar(20)", "character varying(20)")]
    [InlineData("char(3)", "character(3)")]
    public void Types_are_canonical(string written, string canonical)
        => Assert.Equal(canonical, Column(npgsql, column => column.HasColumnType(written)).Type);

    [Fact]
    public void A_constant_default_has_its_value_and_its_text()
    {
        var column = Column(npgsql, column => column.HasDefaultValue("it's"));
        Assert.Equal("'it''s'", column.Default!.Text);
        Assert.Equal("it's", column.Default.Value.Value);
    }

    [Fact]
    public void A_name_of_more_than_63_bytes_is_cut_between_characters()
    {
        var schema = Read(npgsql, model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable(new string('é', 40));
            table.Property<int>("Id");
        }));
        Assert.Equal(new string('é', 31), Assert.Single(schema.Tables).Name.Name);
    }

    [Fact]
    public void Tables_that_are_excluded_and_views_are_not_wanted()
    {
        var schema = Read(sqlite, model =>
        {
            model.SharedTypeEntity<Dictionary<string, object>>("excluded", table =>
            {
                table.ToTable("excluded", builder => builder.ExcludeFromMigrations());
                table.Property<int>("Id");
            });
            model.SharedTypeEntity<Dictionary<string, object>>("view", table =>
            {
                table.ToView("view");
                table.Property<int>("Id");
            });
        });
        Assert.Empty(schema.Tables);
    }

    [Fact]
    public void A_generated_column_of_SQLite_has_no_type()
        => Assert.Equal("", Column(sqlite, column => column.HasComputedColumnSql("1 + 1")).Type);

    [Fact]
    public void An_unknown_provider_is_refused()
        => Assert.Equal(ErrorCode.ProviderNotSupported, Assert.Throws<AutogenException>(() => AllDialects.ForProvider("Some.Other")).Code);

    [Fact]
    public void An_interruption_has_the_exit_code_of_a_signal() => Assert.Equal(130, ErrorCode.Interrupted.ExitCode());

    private static Column Column(
        DbContextOptions options, Action<Microsoft.EntityFrameworkCore.Metadata.Builders.PropertyBuilder<string>> build)
        => Assert.Single(Read(options, model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.Property<int>("Id");
            build(table.Property<string>("c"));
        })).Tables).FindColumn("c")!;

    private static DatabaseSchema Read(DbContextOptions options, Action<ModelBuilder> build)
    {
        using var context = new ScenarioContext(options, build);
        return ModelReader.Read(context, AllDialects.ForProvider(context.Database.ProviderName), "public");
    }
}
