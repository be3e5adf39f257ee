using Autogen.Scenarios.Running;
using Autogen.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.PostgreSql.Tests;

/// <summary>Keys that another sequence numbers from now on: EF Core inserts rows after the upgrade, and after the downgrade.</summary>
[Case("D3")]
public class SequenceCounterTests(Places places) : IClassFixture<Places>
{
    private static readonly Dictionary<string, Action<ModelBuilder>> models = new(StringComparer.Ordinal)
    {
        ["identity"] = model => Keys(model, key => key.UseIdentityByDefaultColumn()),
        ["serial"] = model => Keys(model, key => key.UseSerialColumn()),
        ["sequence"] = model => Keys(model, key => key.UseSequence("Öwn Keys", "Other s")),
        ["sequence of another name"] = model => Keys(model, key => key.UseSequence("numbers")),
        ["HiLo"] = model => Keys(model, key => key.UseHiLo("Hi Lo", "Other s")),
        ["another HiLo"] = model => Keys(model, key => key.UseHiLo("blocks")),
        ["sequence of two tables"] = model =>
        {
            model.HasSequence<int>("shared").IncrementsBy(5);
            Keys(model, key => key.HasDefaultValueSql("nextval('shared')"), key => key.HasDefaultValueSql("nextval('shared'::regclass)"));
        },
        ["descending sequence"] = model =>
        {
            model.HasSequence<int>("down").StartsAt(3).IncrementsBy(-1).HasMax(3).HasMin(-1000);
            Keys(model, key => key.HasDefaultValueSql("nextval('down')"));
        },
        ["HiLo with rows of the model"] = model =>
        {
            Keys(model, key => key.UseHiLo("seeded"));
            model.Entity<Left>().HasData(new Left { Id = 40, Name = "seed" });
        },
    };

    [Theory]
    [InlineData("identity", "sequence")]
    [InlineData("sequence", "HiLo")]
    [InlineData("HiLo", "serial")]
    [InlineData("HiLo", "another HiLo")]
    [InlineData("serial", "sequence of two tables")]
    [InlineData("sequence", "sequence of another name")]
    [InlineData("identity", "descending sequence")]
    [InlineData("identity", "HiLo with rows of the model")]
    public async Task Rows_get_keys_of_their_own(string current, string target)
    {
        var options = (await places.TakeAsync()).Options;
        var walk = new RevisionWalk(options);
        await walk.AddAsync(models[current], "first", CancellationToken.None);
        await walk.UpgradeAsync(models[current], CancellationToken.None);
        await InsertAsync(options, models[current]);
        await walk.AddAsync(models[target], "second", CancellationToken.None);
        await walk.UpgradeAsync(models[target], CancellationToken.None);
        await walk.RequireNothingLeftAsync(models[target], "the upgrade", CancellationToken.None);
        await InsertAsync(options, models[target]);
        await walk.DowngradeAsync(models[current], CancellationToken.None);
        await InsertAsync(options, models[current]);
    }

    [Fact]
    public async Task Rows_of_the_model_leave_their_keys_to_a_shared_sequence()
    {
        static void Seeded(ModelBuilder model)
        {
            model.Entity<Both>().UseTpcMappingStrategy();
            model.Entity<One>().HasData(new One { Id = 1 });
            model.Entity<Two>().HasData(new Two { Id = 2 });
        }

        var options = (await places.TakeAsync()).Options;
        var walk = new RevisionWalk(options);
        await walk.AddAsync(Seeded, "first", CancellationToken.None);
        await walk.UpgradeAsync(Seeded, CancellationToken.None);
        await using var context = new ScenarioContext(options, Seeded);
        context.AddRange(new One(), new Two());
        await context.SaveChangesAsync();
        Assert.Equal([1, 2, 3, 4], await context.Set<Both>().Select(row => row.Id).Order().ToListAsync());
    }

    private static void Keys(
        ModelBuilder model, Action<PropertyBuilder<int>> left, Action<PropertyBuilder<int>>? right = null)
    {
        model.Entity<Left>(entity =>
        {
            entity.ToTable("Left \"t'");
            left(entity.Property(row => row.Id));
        });
        model.Entity<Right>(entity =>
        {
            entity.ToTable("Rights", "Other s");
            (right ?? (key => key.UseIdentityByDefaultColumn()))(entity.Property(row => row.Id));
        });
    }

    private static async Task InsertAsync(DbContextOptions options, Action<ModelBuilder> model)
    {
        // An application that is started again: EF Core keeps a block of keys as long as its services live.
        var fresh = new DbContextOptionsBuilder(options).EnableServiceProviderCaching(false).Options;
        await using var context = new ScenarioContext(fresh, model);
        for (var number = 0; number < 3; number++)
            context.AddRange(new Left { Name = "x" }, new Right { Name = "y" });
        await context.SaveChangesAsync();
    }

    internal abstract class Both
    {
        public int Id { get; set; }
    }

    internal sealed class One : Both
    {
        public string? Name { get; set; }
    }

    internal sealed class Two : Both
    {
        public string? Note { get; set; }
    }

    internal sealed class Left
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }

    internal sealed class Right
    {
        public int Id { get; set; }

        public string? Name { get; set; }
    }
}
