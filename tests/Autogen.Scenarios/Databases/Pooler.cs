using System.Diagnostics;
using Npgsql;

namespace Autogen.Scenarios.Databases;

/// <summary>A pooler in front of the throw-away server, which <c>build/pooler.sh</c> starts; stopped when disposed.</summary>
public sealed class Pooler : IAsyncDisposable
{
    private readonly string script;
    private readonly string state;
    private readonly NpgsqlConnectionStringBuilder way;

    private Pooler(string script, string state, string connectionString)
    {
        this.script = script;
        this.state = state;
        way = new NpgsqlConnectionStringBuilder(connectionString);
    }

    /// <summary>Starts one.</summary>
    /// <param name="repository">The repository's root.</param>
    /// <param name="kind">As <c>build/pooler.sh</c> names it.</param>
    /// <exception cref="InvalidOperationException">It can't be installed, or did not start.</exception>
    public static async Task<Pooler> StartAsync(string repository, string kind)
    {
        var program = Path.Combine(repository, "build", "pooler.sh");
        var file = Path.Combine(Path.GetTempPath(), $"autogen-pooler-state.{Guid.NewGuid():N}");
        return new Pooler(program, file, await RunAsync(program, file, "start", kind));
    }

    /// <summary>A database's connection string that leads through the pooler.</summary>
    public string Through(string connectionString)
        => new NpgsqlConnectionStringBuilder(connectionString) { Host = way.Host, Port = way.Port }.ConnectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await RunAsync(script, state, "stop");

    private static async Task<string> RunAsync(string script, string state, params string[] arguments)
    {
        // Through a file: the pooler, which goes on, would keep a pipe open.
        var output = state + ".output";
        var start = new ProcessStartInfo("bash", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", output, script, .. arguments]);
        start.Environment["AUTOGEN_POOLER_STATE"] = state;
        start.Environment["AUTOGEN_TEST_POSTGRES"] = PostgreSqlDatabase.ServerConnectionString;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{script} could not be started.");
        await process.WaitForExitAsync();
        var text = (await File.ReadAllTextAsync(output)).Trim();
        File.Delete(output);
        return process.ExitCode == 0 ? text.Split('\n')[^1] : throw new InvalidOperationException(text);
    }
}
