using Autogen.Design.Models;
using Autogen.Scenarios.Running;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Design.Tests.Differences;

/// <summary>Models that say two things of which the provider writes one, and rows that a required column refuses.</summary>
[Case("N1")]
public class TwoWordsTests
{
    private static readonly DbContextOptions npgsql = new DbContextOptionsBuilder().UseNpgsql("Host=nowhere").Options;

    [Fact]
    public void Identity_precedes_a_default()
    {
        var column = Read(number => number.HasDefaultValue(8).UseIdentityAlwaysColumn());
        Assert.Equal((IdentityKind.Always, null), (column.Identity?.Kind, column.Default));
        column = Read(number => number.HasDefaultValueSql("8").UseIdentityByDefaultColumn());
        Assert.Equal((IdentityKind.ByDefault, null), (column.Identity?.Kind, column.Default));
    }

    [Fact]
    public void Computed_value_precedes_an_identity_and_a_default()
    {
        var column = Read(number => number.UseIdentityAlwaysColumn().HasComputedColumnSql("1", stored: true));
        Assert.Equal((null, null, "1"), (column.Identity, column.Default, column.Generated?.Expression.Text));
    }

    [Fact]
    public async Task Model_and_database_agree_after_the_upgrade()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        await database.ExecuteAsync(
            "CREATE TABLE t (\"Id\" int CONSTRAINT \"PK_t\" PRIMARY KEY, n int GENERATED ALWAYS AS IDENTITY)");
        var (exitCode, result) = await database.CheckAsync(
            model => Build(model, number => number.HasDefaultValue(8).UseIdentityAlwaysColumn()));
        Assert.Empty(result.Changes);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Serial_with_a_default_is_refused_before_a_revision_is_written()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        var refused = await Assert.ThrowsAsync<AutogenException>(
            () => database.ReviseAsync(model => Build(model, number => number.UseSerialColumn().HasDefaultValue(8))));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Contains("take out UseSerialColumn or the default", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Row_without_a_value_for_a_required_column_is_refused(string provider)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        var refused = await Assert.ThrowsAsync<AutogenException>(() => database.CheckAsync(model => model.Entity<Note>(note =>
        {
            note.Property(item => item.Text).IsRequired().ValueGeneratedOnAdd();
            note.HasData(new { Id = 1 }, new { Id = 2, Text = (string?)null });
        })));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Contains(
            "HasData of entity 'Note' has no value for property 'Text', but column 'Note.Text' is required.",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("postgresql")]
    [InlineData("sqlite")]
    public async Task Row_may_leave_a_required_column_to_its_default(string provider)
    {
        await using var database = await CheckedDatabase.CreateAsync(provider);
        var (_, result) = await database.CheckAsync(model => model.Entity<Note>(note =>
        {
            note.Property(item => item.Text).IsRequired().HasDefaultValue("x");
            note.HasData(new { Id = 1, Text = (string?)null });
        }));
        Assert.Contains(result.Changes, change => change.Text == "added table 'Note'");
    }

    private static Column Read(Action<PropertyBuilder<int>> build)
    {
        using var context = new ScenarioContext(npgsql, model => Build(model, build));
        var schema = ModelReader.Read(context, AllDialects.ForProvider(context.Database.ProviderName), "public");
        return schema.Tables[0].Columns.Single(column => column.Name == "n");
    }

    private static void Build(ModelBuilder model, Action<PropertyBuilder<int>> build)
        => model.SharedTypeEntity<Dictionary<string, object>>("t", table =>
        {
            table.Property<int>("Id").ValueGeneratedNever();
            build(table.Property<int>("n"));
        });

    private sealed class Note
    {
        public int Id { get; set; }

        public string? Text { get; set; }
    }
}
