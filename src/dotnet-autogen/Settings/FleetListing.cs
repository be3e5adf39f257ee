using System.ComponentModel;
using System.Diagnostics;
using System.IO.Enumeration;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Settings;

/// <summary>The databases of a fleet, as far as they are known without a database: the list, the file, the command, the files.</summary>
/// <param name="settings">The project's file.</param>
/// <param name="directory">The project's folder.</param>
internal sealed class FleetListing(AutogenJson settings, string directory)
{
    private readonly FleetSettings fleet = settings.Fleet
        ?? throw new AutogenException(
            ErrorCode.ConfigurationInvalid,
            "autogen.json has no 'fleet', which says where the databases are: { \"fleet\": { \"pattern\": \"tenant_*\" } }, for example.");

    /// <summary>Where the databases are, for the engine.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/>; <see cref="ErrorCode.FleetUnreadable"/>: the file or the command fails.
    /// </exception>
    public async Task<FleetSource> ReadAsync(CancellationToken cancellationToken)
    {
        fleet.Require();
        var source = new FleetSource
        {
            Template = Template(),
            Query = fleet.Query,
            Schemas = fleet.Schemas,
            ServerDatabases = fleet.ServerDatabases,
            Ledger = Ledger(),
        };
        return fleet.AsksDatabase ? source : source with { Databases = await ListAsync(cancellationToken) };
    }

    /// <summary>The named databases that the fleet is made of; empty where it is made of others.</summary>
    public IReadOnlyList<string> Named
        => fleet.Pattern is { } pattern
            ? [.. (settings.Databases?.Keys ?? []).Where(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))]
            : [.. (fleet.Databases ?? []).Where(entry => entry is { Connection: null, ConnectionFrom: null }).Select(entry => entry.Name)
                .Where(name => settings.Databases?.ContainsKey(name) == true)];

    private async Task<IReadOnlyList<FleetDatabase>> ListAsync(CancellationToken cancellationToken)
    {
        if (fleet.Pattern is not null)
            return [.. Named.Select(name => DatabaseOf(new FleetEntry(name)))];
        if (fleet.Files is { } files)
            return [.. Files(files)];
        var entries = fleet.Databases
            ?? (fleet.File is { } file
                ? Parsed(await TextOfAsync(file, cancellationToken), $"'{file}'")
                : Parsed(await OutputOfAsync(fleet.Command!, cancellationToken), "the command's output")); // the last one that is left
        return [.. entries.Select(DatabaseOf)];
    }

    private FleetDatabase DatabaseOf(FleetEntry entry)
    {
        var named = settings.Databases?.GetValueOrDefault(entry.Name);
        var (connection, variable) = entry is { Connection: null, ConnectionFrom: null }
            ? (named?.Connection, named?.Connection is null ? named?.ConnectionFrom : null)
            : (entry.Connection, entry.Connection is null ? entry.ConnectionFrom : null);
        if (variable is null)
            return new FleetDatabase(entry.Name, connection, entry.Schema);
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? new FleetDatabase(entry.Name, value, entry.Schema)
            : new FleetDatabase(
                entry.Name, Connection: null, entry.Schema, $"Its connection is in the environment variable {variable}, which is not set.");
    }

    private string? Template()
        => fleet.ConnectionFrom is not { } variable
            ? fleet.Connection
            : Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
                ? value
                : throw new AutogenException(
                    ErrorCode.ConnectionInvalid, $"'connectionFrom' of 'fleet' is the environment variable {variable}, which is not set.");

    private string? Ledger()
    {
        if (fleet.Ledger is not { } name)
            return null;
        var database = settings.Database(name);
        return database.Connection
            ?? (database.ConnectionFrom is { } variable ? Environment.GetEnvironmentVariable(variable) : null)
            ?? throw new AutogenException(
                ErrorCode.ConnectionInvalid,
                $"'ledger' of 'fleet' is the database '{name}', whose connection is "
                    + (database.ConnectionFrom is { } unset ? $"in the environment variable {unset}, which is not set." : "not given."));
    }

    // The name of a file's database is the file's, relative to the project and without its ending where that is one for all.
    private IEnumerable<FleetDatabase> Files(string pattern)
    {
        var folder = Path.GetFullPath(Path.Combine(directory, Path.GetDirectoryName(pattern) ?? ""));
        if (!Directory.Exists(folder))
            throw Unreadable($"the folder {folder} of 'files' does not exist.");
        return Directory.EnumerateFiles(folder, Path.GetFileName(pattern))
            .Where(file => FileSystemName.MatchesSimpleExpression(Path.GetFileName(pattern), Path.GetFileName(file), ignoreCase: false))
            .Order(StringComparer.Ordinal)
            .Select(file => new FleetDatabase(
                Path.GetFileName(file), $"Data Source=\"{file.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    private async Task<string> TextOfAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(Path.Combine(directory, file), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(Sentence.Ended(exception.Message), exception);
        }
    }

    // What it prints may hold passwords: none of it is repeated but its errors, with their passwords taken out.
    private async Task<string> OutputOfAsync(string command, CancellationToken cancellationToken)
    {
        try
        {
            var start = Shell.Start(command, directory);
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            using var process = Process.Start(start)!; // a shell is always a process of its own
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? output
                : throw Unreadable(
                    $"its command ended with exit code {process.ExitCode}: "
                        + Sentence.Ended(Redaction.Of((await errors).Trim().Split('\n')[0])));
        }
        catch (Win32Exception exception)
        {
            throw Unreadable(Sentence.Ended(exception.Message), exception);
        }
    }

    /// <summary>
    /// Reads a list: JSON, or a line each with the name, the connection and the schema between tabs; <c>#</c> begins a comment.
    /// </summary>
    internal static IReadOnlyList<FleetEntry> Parsed(string text, string where)
    {
        if (text.TrimStart().StartsWith('['))
        {
            try
            {
                return JsonSerializer.Deserialize(text, AutogenJsonSerialization.Default.IReadOnlyListFleetEntry)!; // a list is not null
            }
            catch (JsonException exception)
            {
                throw Unreadable(
                    $"{where} is not a JSON list of names and objects: {exception.Message.Split(" LineNumber:")[0]}", exception);
            }
        }

        return [.. text.ReplaceLineEndings("\n").Split('\n')
            .Select((line, index) => (Parts: line.Split('\t', StringSplitOptions.TrimEntries), Number: index + 1))
            .Where(line => line.Parts is not ([""] or [['#', ..], ..]))
            .Select(line => line.Parts is [{ Length: > 0 } name, .. { Length: <= 2 } rest]
                ? new FleetEntry(name)
                {
                    Connection = rest is [{ Length: > 0 } connection, ..] ? connection : null,
                    Schema = rest is [_, { Length: > 0 } schema] ? schema : null,
                }
                : throw Unreadable($"line {line.Number} of {where} is not a name, or a name, a connection and a schema between tabs."))];
    }

    private static AutogenException Unreadable(string problem, Exception? inner = null)
        => new(ErrorCode.FleetUnreadable, $"The databases of the fleet can't be read: {problem}", inner);
}
