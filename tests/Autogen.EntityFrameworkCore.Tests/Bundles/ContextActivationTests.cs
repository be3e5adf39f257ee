using System.Reflection;
using Autogen.Bundles;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Autogen.EntityFrameworkCore.Tests.Bundles;

public class ContextActivationTests
{
    private static readonly Assembly here = typeof(ContextActivationTests).Assembly;

    // An assembly without an entry point, so that no host is looked for.
    private static readonly Assembly library = typeof(Revision).Assembly;

    [Fact]
    public void A_factory_comes_first_and_gets_the_arguments()
    {
        using var context = ContextActivation.Create(typeof(MadeContext), library, here, ["Data Source=made.db"]);
        Assert.Equal("Data Source=made.db", context.Database.GetConnectionString());
    }

    [Fact]
    public void A_constructor_without_parameters_comes_last()
    {
        using var context = ContextActivation.Create(typeof(PlainContext), library, here, []);
        Assert.Equal("Data Source=plain.db", context.Database.GetConnectionString());
    }

    [Theory]
    [InlineData(typeof(NeedyContext), "Unable to resolve service for type")]
    [InlineData(typeof(BareContext), "No database provider has been configured")]
    public void A_context_that_cannot_be_created_is_reported_with_what_was_tried(Type type, string reason)
    {
        var failed = Assert.Throws<AutogenException>(() => ContextActivation.Create(type, library, here, []));
        Assert.Equal(ErrorCode.ContextNotCreated, failed.Code);
        Assert.Contains(reason, failed.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"An IDesignTimeDbContextFactory<{type.Name}>, the host of Autogen.EntityFrameworkCore and a constructor were tried",
            failed.Message,
            StringComparison.Ordinal);
    }

    public sealed class MadeContext(string connection) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite(connection);
    }

    internal sealed class Factory : IDesignTimeDbContextFactory<MadeContext>
    {
        public MadeContext CreateDbContext(string[] args) => new(args[0]);
    }

    public sealed class PlainContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite("Data Source=plain.db");
    }

    public sealed class NeedyContext(DbContextOptions<NeedyContext> options) : DbContext(options);

    public sealed class BareContext : DbContext;
}
