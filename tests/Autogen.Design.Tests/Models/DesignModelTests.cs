using Autogen.Design.Models;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Models;

public class DesignModelTests
{
    [Fact]
    public void Model_that_throws_while_it_is_built_is_the_applications_to_correct()
    {
        using var context = new ThrowingContext();
        var refused = Assert.Throws<AutogenException>(() => DesignModel.Of(context));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Contains("ThrowingContext can't be built: out of order", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_that_EF_Core_rejects_is_the_applications_to_correct()
    {
        using var context = new KeylessContext();
        var refused = Assert.Throws<AutogenException>(() => DesignModel.Of(context));
        Assert.Equal(ErrorCode.ModelInvalid, refused.Code);
        Assert.Contains("requires a primary key", refused.Message, StringComparison.Ordinal);
    }

    private sealed class ThrowingContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");

        protected override void OnModelCreating(ModelBuilder modelBuilder) => throw new InvalidOperationException("out of order");
    }

    private sealed class KeylessContext : DbContext
    {
        public DbSet<Thing> Things => Set<Thing>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=:memory:");
    }

    public sealed class Thing
    {
        public string Name { get; set; } = "";
    }
}
