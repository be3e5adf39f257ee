using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Models;

/// <summary>
/// The version that PostgreSQL's provider takes the server for: what <c>SetPostgresVersion</c> says, 14 without it. Its SQL
/// goes by that, not by the server.
/// </summary>
internal static class ProviderVersion
{
    /// <summary>The major version; <see langword="null"/> for a provider without one.</summary>
    public static int? Of(DbContext context)
        => context.GetService<IDbContextOptions>().Extensions
            // by name: no provider is referred to
            .Select(extension => extension.GetType().GetProperty("PostgresVersion")?.GetValue(extension) as Version)
            .FirstOrDefault(version => version is not null)?.Major;
}
