using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Autogen.Design.Tests.Differences;

/// <summary>A model that serves several databases has the annotations of all their providers.</summary>
[Case("D7")]
public class OtherProviderTests
{
    [Fact]
    public async Task PostgreSql_annotations_say_nothing_of_a_SQLite_database()
    {
        await using var database = await CheckedDatabase.CreateAsync("sqlite");
        var written = await database.ReviseAsync(Build);
        Assert.Equal(["added table 'Note'", "added table 'Person'"], written.Changes.Select(change => change.Text));
        Assert.DoesNotContain("Npgsql", written.Text, StringComparison.Ordinal);
        var script = (await database.CheckAsync(Build, command: "diff")).Result.Script!;
        Assert.DoesNotContain("CREATE TYPE", script, StringComparison.Ordinal);
        await database.ExecuteAsync(script);
        Assert.Empty((await database.CheckAsync(Build)).Result.Changes);
    }

    [Fact]
    public async Task SQLite_annotations_say_nothing_of_a_PostgreSql_database()
    {
        await using var database = await CheckedDatabase.CreateAsync("postgresql");
        var written = await database.ReviseAsync(model => model.Entity<Note>(note =>
        {
            note.Property(item => item.Id).HasAnnotation("Sqlite:Autoincrement", true).ValueGeneratedNever();
            note.Property(item => item.Text).HasAnnotation("Sqlite:Srid", 4326).HasAnnotation("Sqlite:Later", "x");
            note.ToTable("Note").HasAnnotation("Sqlite:UseSqlReturningClause", false);
        }));
        Assert.DoesNotContain("Sqlite", written.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Identity", written.Text, StringComparison.Ordinal);
    }

    private static void Build(ModelBuilder model)
    {
        model.HasPostgresEnum("mood", ["sad", "ok"]).HasPostgresExtension("hstore").HasPostgresRange("spans", "float8")
            .HasCollation("german", "de-x-icu", "icu", deterministic: false).UseTablespace("fast").UseDatabaseTemplate("template0");
        model.Entity<Note>(note =>
        {
            note.Property(item => item.Id).UseSerialColumn();
            note.Property(item => item.Text).UseCompressionMethod("lz4");
            note.IsUnlogged();
            note.HasStorageParameter("fillfactor", 70);
            note.HasIndex(item => item.Text).HasMethod("gin").HasOperators("gin_trgm_ops").AreNullsDistinct(false)
                .HasNullSortOrder(NullSortOrder.NullsLast).IncludeProperties(item => item.Id).IsCreatedConcurrently()
                .HasStorageParameter("fastupdate", false);
        });
        model.Entity<Person>(person => person.Property(item => item.Number).UseIdentityAlwaysColumn().HasIdentityOptions(startValue: 10));
    }

    private sealed class Note
    {
        public int Id { get; set; }

        public required string Text { get; set; }
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public int Number { get; set; }
    }
}
