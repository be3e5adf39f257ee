using Microsoft.EntityFrameworkCore;

namespace Race;

/// <summary>Knows where the database is; what is in it the revisions say.</summary>
public sealed class RaceContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseNpgsql(
            Environment.GetEnvironmentVariable("RACE_DATABASE") ?? throw new InvalidOperationException("Set RACE_DATABASE."));
}
