using Autogen.Operations;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.PostgreSql.Tests.OldFormat;

/// <summary>Revisions as version 0.1.0 wrote them: by SQL where there are operations now.</summary>
public class OldFormatTests
{
    private const string Rows = "SELECT \"Id\", \"Mood\"::text, \"Code\", \"Size\", \"Number\" FROM \"Entries\" ORDER BY 1";

    public enum Mood
    {
        Happy,
        Meh,
        Glad,
    }

    [Fact]
    public async Task Revisions_are_applied_understood_and_reverted()
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        var walk = new RevisionWalk(
            new DbContextOptionsBuilder()
                .UseNpgsql(database.ConnectionString, npgsql => npgsql.MapEnum<Mood>("mood"))
                .EnableServiceProviderCaching(false)
                .Options);
        walk.Add([.. new[] { "create", "change" }.Select(
            name => Repository.Read($"tests/Autogen.PostgreSql.Tests/OldFormat/{name}.cs.txt"))]);

        await walk.UpgradeAsync(Model, CancellationToken.None);
        Assert.Equal("1|glad|a|1|1\n3|meh|c|3|3", await walk.RowsAsync(Model, Rows, CancellationToken.None));
        await walk.RequireNothingLeftAsync(Model, "the old revisions", CancellationToken.None);

        // What they created is theirs: the row, the type, the sequence and the name of the key.
        var found = await walk.CompareAsync(Without, CancellationToken.None);
        Assert.Contains(
            found.Upgrade, planned => planned.Operation is DeleteDataOperation { KeyValues: var key } && key[0, 0] is 3);
        Assert.Contains(found.Upgrade, planned => planned.Operation is DropSequenceOperation { Name: "numbers" });
        Assert.Contains(
            found.Upgrade, planned => planned.Operation is RenameConstraintOperation { Name: "PK_new", NewName: "PK_Entries" });

        await walk.DowngradeAsync(Model, CancellationToken.None);
        Assert.Equal("1|happy|a|1|1\n2|sad|b|1|2", await walk.RowsAsync(Model, Rows, CancellationToken.None));
        await walk.DowngradeAsync(Model, CancellationToken.None);
        Assert.Equal(
            "0", await walk.RowsAsync(Model, "SELECT count(*) FROM pg_type WHERE typname IN ('mood', 'Entries')", CancellationToken.None));
    }

    private static void Model(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<int>("numbers").StartsAt(5).HasMax(99);
        Entries(modelBuilder, "PK_new", new() { Id = 1, Mood = Mood.Glad, Code = "a", Size = 1, Number = 1 }, new()
        {
            Id = 3,
            Mood = Mood.Meh,
            Code = "c",
            Size = 3,
            Number = 3,
        });
    }

    private static void Without(ModelBuilder modelBuilder)
        => Entries(modelBuilder, "PK_Entries", new Entry { Id = 1, Mood = Mood.Glad, Code = "a", Size = 1, Number = 1 });

    private static void Entries(ModelBuilder modelBuilder, string key, params Entry[] rows)
        => modelBuilder.Entity<Entry>(entity =>
        {
            entity.ToTable("Entries", table => table.HasCheckConstraint("CK_size", "\"Size\" >= 0"));
            entity.HasKey(entry => entry.Id).HasName(key);
            entity.Property(entry => entry.Number).UseIdentityAlwaysColumn();
            entity.HasIndex(entry => entry.Code).HasDatabaseName("ix_code").HasOperators("text_pattern_ops");
            entity.HasData(rows);
        });

    private sealed class Entry
    {
        public int Id { get; set; }

        public Mood Mood { get; set; }

        public string Code { get; set; } = "";

        public int Size { get; set; }

        public int Number { get; set; }
    }
}
