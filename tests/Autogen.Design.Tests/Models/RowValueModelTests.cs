using System.Globalization;
using System.Net;
using Autogen.Design.Models;
using Autogen.Scenarios.Running;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Design.Tests.Models;

/// <summary>The value of existing rows that a property tells; the scenarios prove that EF Core reads it.</summary>
public class RowValueModelTests
{
    private static readonly DbContextOptions npgsql = new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options;
    private static readonly DbContextOptions sqlite = new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options;

    private enum Priority
    {
        Low = 1,
        High = 2,
    }

    [Fact]
    [Case("D1")]
    public void An_enum_without_a_member_for_its_default_has_no_name_to_give()
        => AssertNone<Priority>("enum 'Priority' has no member with the value 0", one => one.HasConversion<string>());

    [Fact]
    [Case("D8")]
    public void A_converter_that_rejects_the_default_gives_no_value()
        => AssertNone<int>(
            "the value converter of 'Int32' has no form for a value that was never set",
            one => one.HasConversion(
                value => Positive(value).ToString(CultureInfo.InvariantCulture),
                text => Positive(int.Parse(text, CultureInfo.InvariantCulture))));

    [Fact]
    [Case("D8")]
    public void A_converter_that_reads_no_empty_text_gives_no_value()
        => AssertNone<IPAddress>("the value converter of 'IPAddress' has no form for a value that was never set", _ => { });

    [Fact]
    [Case("D1")]
    public void A_column_without_a_converter_is_left_to_its_store_type()
    {
        Assert.Null(ValueOf<int>(sqlite, _ => { }));
        Assert.Null(ValueOf<string>(npgsql, one => one.IsRequired()));
        Assert.Null(ValueOf<int[]>(npgsql, _ => { }));
    }

    [Fact]
    [Case("D1")]
    public void A_list_and_a_document_of_PostgreSql_are_told_apart()
    {
        Assert.Equal("'[]'", ValueOf<List<int>>(npgsql, one => one.HasColumnType("jsonb"))?.Sql);
        Assert.Equal("'{}'", ValueOf<Dictionary<string, int>>(npgsql, one => one.HasColumnType("jsonb"))?.Sql);
    }

    [Fact]
    [Case("D1")]
    public void Rows_of_an_abstract_base_may_be_of_any_type()
    {
        var schema = Read(sqlite, model =>
        {
            model.Entity<Shape>().ToTable("shapes");
            model.Entity<Circle>();
            model.Entity<Square>();
        });
        Assert.Equal(
            new RowValue(null) { Reason = "rows may be of any type that is derived from 'Shape', which is abstract" },
            schema.Tables[0].FindColumn("Discriminator")!.RowValue.Value);
        schema = Read(sqlite, model =>
        {
            model.Entity<Shape>().ToTable("shapes");
            model.Entity<Circle>();
        });
        Assert.Equal("'Circle'", schema.Tables[0].FindColumn("Discriminator")!.RowValue.Value?.Sql);
    }

    [Fact]
    [Case("D10")]
    public void What_the_model_gives_is_given()
        => Assert.Equal(new RowValue("1 + 1") { IsGiven = true }, ValueOf<int>(npgsql, one => one.Backfill("1 + 1")));

    private static void AssertNone<T>(string reason, Action<PropertyBuilder<T>> build)
        => Assert.Equal(new RowValue(null) { Reason = reason }, ValueOf(sqlite, build));

    private static int Positive(int value) => value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));

    private static RowValue? ValueOf<T>(DbContextOptions options, Action<PropertyBuilder<T>> build)
        => Read(options, model => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.ToTable("t");
            table.Property<int>("Id");
            build(table.Property<T>("c"));
        })).Tables[0].FindColumn("c")!.RowValue.Value;

    private static DatabaseSchema Read(DbContextOptions options, Action<ModelBuilder> build)
    {
        using var context = new ScenarioContext(options, build);
        return ModelReader.Read(context, AllDialects.ForProvider(context.Database.ProviderName), "public");
    }

    private abstract class Shape
    {
        public int Id { get; set; }
    }

    private sealed class Circle : Shape
    {
        public int Radius { get; set; }
    }

    private sealed class Square : Shape
    {
        public int Side { get; set; }
    }
}
