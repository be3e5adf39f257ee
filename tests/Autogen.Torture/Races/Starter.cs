using Autogen.Schema;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static System.FormattableString;

namespace Autogen.Torture.Races;

/// <summary>One of those that upgrade a database at once.</summary>
/// <param name="Kind">As whom.</param>
/// <param name="Database">How it names the version table: one of <see cref="Databases"/>.</param>
/// <param name="Delay">How long after the others.</param>
public sealed record Starter(StarterKind Kind, string Database, TimeSpan Delay)
{
    private static readonly TimeSpan lockTimeout = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The two spellings of one version table: without a schema, and with the one it is in anyway. The names of databases in the sample's
    /// <c>autogen.json</c>.
    /// </summary>
    public static IReadOnlyList<string> Databases { get; } = ["unnamed", "named"];

    private string? Schema => Database == "named" ? "public" : null;

    /// <summary>Upgrades a database.</summary>
    /// <param name="project">What runs; <see langword="null"/> where nothing runs but this process.</param>
    /// <param name="connection">The connection string.</param>
    public async Task<StarterResult> RunAsync(RaceProject? project, string connection)
    {
        await Task.Delay(Delay);
        var failure = Kind == StarterKind.InProcess ? await UpgradeHereAsync(connection) : await RunProcessAsync(project!, connection);
        return new StarterResult(this, failure);
    }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Kind} ({Database}, after {Delay.TotalSeconds:0.00} s)");

    private async Task<string?> RunProcessAsync(RaceProject project, string connection)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["RACE_DATABASE"] = connection };
        (string program, string[] arguments) = Kind switch
        {
            StarterKind.Tool => (project.Tool, ["upgrade", "head", "--no-build", "-d", Database]),
            StarterKind.Bundle => (project.Bundle(Database), ["upgrade"]),
            _ => ("dotnet", Schema is { } schema ? ["exec", project.Application, schema] : new[] { "exec", project.Application }),
        };
        var (exitCode, output) = await ChildProcess.RunAsync(program, arguments, project.Folder, environment);
        return exitCode == 0 ? null : Invariant($"exit code {exitCode}: {output}");
    }

    private async Task<string?> UpgradeHereAsync(string connection)
    {
        await using var data = NpgsqlDataSource.Create(connection);
        await using var context = new DbContext(new DbContextOptionsBuilder().UseNpgsql(data).Options);
        var options = new UpgradeOptions
        {
            RevisionsAssembly = typeof(Starter).Assembly,
            RevisionsNamespace = "Race.Revisions",
            VersionTableSchema = Schema,
            LockTimeout = lockTimeout,
        };
        try
        {
            await context.Database.UpgradeAsync("head", options);
            return null;
        }
        catch (AutogenException exception)
        {
            return Invariant($"AG{(int)exception.Code:0000} {exception.Message}");
        }
#pragma warning disable CA1031 // Whatever else is thrown is what is looked for here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return exception.ToString();
        }
    }
}
