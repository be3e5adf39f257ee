using Autogen.Design;
using Autogen.Design.Models;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Comparison;
using Autogen.Schema.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.PostgreSql.Tests;

/// <summary>
/// Rows of <c>HasData</c> with enumerated values, over connections that do not map the type: by another connection string
/// (<c>--connection</c>), or to a scratch database.
/// </summary>
public class SeededEnumTests
{
    public enum Mood
    {
        Happy,
        [NpgsqlTypes.PgName("so-so")]
        SoSo,
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_are_equal_make_no_difference(bool isRedirected)
        => Assert.Equal("", await CompareAsync(isRedirected, "1, 'happy', '{happy,\"so-so\"}', '{}'", "2, 'so-so', '{}', '{happy}'"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_that_differ_make_one(bool isRedirected)
        => Assert.Equal(
            "changed values of seed row (Id = 1) of 'Entry'",
            await CompareAsync(isRedirected, "1, 'so-so', '{happy,\"so-so\"}', '{}'", "2, 'so-so', '{}', '{happy}'"));

    private static async Task<string> CompareAsync(bool isRedirected, params string[] rows)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        await database.ExecuteAsync(
            "CREATE TYPE \"Mood\" AS ENUM ('happy', 'so-so'); "
                + "CREATE TABLE \"Entry\" (\"Id\" integer CONSTRAINT \"PK_Entry\" PRIMARY KEY, \"Mood\" \"Mood\" NOT NULL, "
                + "\"Array\" \"Mood\"[] NOT NULL, \"List\" \"Mood\"[] NOT NULL); "
                + $"INSERT INTO \"Entry\" VALUES {string.Join(", ", rows.Select(row => $"({row})"))}");
        await using var context = new Context(database.ConnectionString);
        if (isRedirected)
            context.Database.SetConnectionString(
                new NpgsqlConnectionStringBuilder(database.ConnectionString) { ApplicationName = "other" }.ConnectionString);
        await context.Database.OpenConnectionAsync();
        var found = await new Autogenerate(context, new PostgreSqlDialect(), RevisionWalk.OwnScope, ComparisonOptions.Default)
            .RunAsync(context.Database.GetDbConnection(), [], CancellationToken.None);
        return string.Join('\n', found.Diff.Changes.SelectMany(ChangeText.Lines).Select(line => line.Text.Split(':')[0]));
    }

    private sealed class Context(string connectionString) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
            => optionsBuilder.UseNpgsql(connectionString, npgsql => npgsql.MapEnum<Mood>("Mood")).EnableServiceProviderCaching(false);

        protected override void OnModelCreating(ModelBuilder modelBuilder)
            => modelBuilder.Entity<Entry>(entity =>
            {
                entity.Property(entry => entry.Id).ValueGeneratedNever();
                entity.HasData(
                    new Entry { Id = 1, Mood = Mood.Happy, Array = [Mood.Happy, Mood.SoSo], List = [] },
                    new Entry { Id = 2, Mood = Mood.SoSo, Array = [], List = [Mood.Happy] });
            });
    }

    private sealed class Entry
    {
        public int Id { get; set; }

        public Mood Mood { get; set; }

        public Mood[] Array { get; set; } = [];

        public List<Mood> List { get; set; } = [];
    }
}
