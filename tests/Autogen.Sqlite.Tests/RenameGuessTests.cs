using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Sqlite.Tests;

/// <summary>What is taken for a rename.</summary>
public class RenameGuessTests
{
    [Fact]
    public async Task A_text_is_not_taken_for_a_document()
    {
        static void Flat(ModelBuilder model) => model.Entity<Place>().Ignore(place => place.Address);
        static void Owned(ModelBuilder model)
            => model.Entity<Place>().Ignore(place => place.Street).OwnsOne(place => place.Address, address => address.ToJson());

        await using var database = SqliteDatabase.Create();
        var walk = new RevisionWalk(new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options);
        await walk.AddAsync(Flat, "first", CancellationToken.None);
        await walk.UpgradeAsync(Flat, CancellationToken.None);
        var found = await walk.CompareAsync(Owned, CancellationToken.None);
        Assert.DoesNotContain(found.Upgrade.Concat(found.Downgrade).SelectMany(planned => planned.Risks), risk => risk.Rename is not null);
    }

    internal sealed class Place
    {
        public int Id { get; set; }

        public string? Street { get; set; }

        public Address? Address { get; set; }
    }

    internal sealed class Address
    {
        public string? Street { get; set; }
    }
}
