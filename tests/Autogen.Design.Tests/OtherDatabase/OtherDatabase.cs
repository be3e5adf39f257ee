using System.Runtime.CompilerServices;
using Autogen.Design.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Sqlite.Infrastructure.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Autogen.Design.Tests.OtherDatabase;

/// <summary>
/// A database that src knows nothing of: an EF Core provider of a name of its own, with the engine of SQLite. What is registered here is
/// all that a new database needs.
/// </summary>
internal static class OtherDatabase
{
    public const string ProviderName = "Tests.OtherDatabase";

    // The registration.
#pragma warning disable CA2255 // The test assembly is an application: nothing else registers before its tests run.
    [ModuleInitializer]
    internal static void Register() => AllProviders.Add(new OtherAnnotations(), new OtherDriver());
#pragma warning restore CA2255

    /// <summary>A context's options for that provider.</summary>
    public static DbContextOptions Options(string connectionString)
    {
        var builder = new DbContextOptionsBuilder().UseSqlite(connectionString);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new OtherProvider());
        return builder.Options;
    }

    private sealed class OtherProvider : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ProviderInfo(this);

        public void ApplyServices(IServiceCollection services)
            => services.Replace(ServiceDescriptor.Singleton<IDatabaseProvider, NamedProvider>());

        public void Validate(IDbContextOptions options)
        {
        }
    }

    private sealed class ProviderInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 1;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ProviderInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }

    private sealed class NamedProvider : IDatabaseProvider
    {
        public string Name => ProviderName;

        public string? Version => null;

#pragma warning disable EF1001 // How EF Core's own provider tells that it is chosen.
        public bool IsConfigured(IDbContextOptions options) => options.FindExtension<SqliteOptionsExtension>() is not null;
#pragma warning restore EF1001
    }
}
