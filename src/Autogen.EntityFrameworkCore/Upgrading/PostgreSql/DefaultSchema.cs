using Autogen.Schema;

namespace Autogen.Upgrading.PostgreSql;

/// <summary>The schema in which a revision's unqualified names are created.</summary>
internal static class DefaultSchema
{
    /// <summary>The schema of the upgrade's own tables.</summary>
    /// <param name="configured">What the user says; <see langword="null"/> for nothing.</param>
    /// <param name="current">Where unqualified names are created now.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public static string Resolve(string? configured, string? current)
    {
        RefuseTemporary(current);
        RefuseTemporary(configured);
        return configured ?? current ?? throw new AutogenException(
            ErrorCode.SchemaNotUsable,
            "No schema of the search path exists, so there is none for the version table. Correct the search_path of the connection string, the role or the database, or name a schema with 'versionTableSchema'.");
    }

    /// <summary>Refuses to go on where everything that is created is gone when the session ends.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public static void RefuseTemporary(string? schema)
    {
        if (schema?.StartsWith("pg_temp", StringComparison.Ordinal) == true)
        {
            throw new AutogenException(
                ErrorCode.SchemaNotUsable,
                $"Unqualified names are created in '{schema}', and what is created there is gone when the session ends. Nothing of this transaction was kept. "
                + "Take pg_temp out of the first place of search_path: in the connection string, the role, the database, or the revision that sets it.");
        }
    }

using System.Text.RegularExpressions;
using Autogen.Graph;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading.PostgreSql;

/// <summary>
/// The schema that names without one mean. Where <c>search_path</c> names a schema that does not exist, PostgreSQL takes the next one without a word, and everything would be made there.
/// </summary>
internal static partial class DefaultSchema
{
    // Where names without a schema go, and by what.
    private const string Query = "SELECT pg_catalog.current_setting('search_path'), CAST(pg_catalog.current_schema() AS pg_catalog.text)";

    /// <summary>Makes the schema where a revision that is about to run makes it; refuses to go on in another one.</summary>
    /// <param name="session">The database.</param>
    /// <param name="revisions">The revisions.</param>
    /// <param name="plan">What is about to run.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaOfSearchPathMissing"/>.</exception>
    public static async Task PrepareAsync(UpgradeSession session, RevisionSet revisions, IReadOnlyList<RevisionStep> plan, CancellationToken cancellationToken)
    {
        if (!session.IsServer || !plan.Any(step => step.Direction == StepDirection.Upgrade && step.Node.Revises.Count == 0))
            return;
        var (path, present) = await ReadAsync(session, cancellationToken).ConfigureAwait(false);
        if (First(path) is not { } name || await ExistsAsync(session, name, cancellationToken).ConfigureAwait(false))
            return;
        var makes = plan.Where(step => step.Direction == StepDirection.Upgrade)
            .SelectMany(step => revisions.OperationsOf(step.Node.Id, step.Direction, session.Provider))
            .OfType<EnsureSchemaOperation>()
            .Any(operation => string.Equals(operation.Name, name, StringComparison.Ordinal));
        if (!makes)
        {
            throw new AutogenException(
                ErrorCode.SchemaOfSearchPathMissing,
                $"The search path of this connection begins with schema '{name}', which does not exist: tables without a schema would be created in {(present.Length == 0 ? "none" : $"'{present}'")}. Nothing was done. "
                + $"Create it (CREATE SCHEMA {session.Dialect.Quote(name)}), or change search_path.");
        }

        await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {session.Dialect.Quote(name)}", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first schema that a search path names; <c>$user</c> counts only where that schema exists. <see langword="null"/> for none.</summary>
    public static string? First(string path)
        => Schema().Matches(path)
            .Select(match => match.Groups["quoted"] is { Success: true } quoted ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups["bare"].Value.Trim())
            .FirstOrDefault(name => name is not ("" or "$user" or "pg_temp" or "pg_catalog"));

    private static async Task<bool> ExistsAsync(UpgradeSession session, string name, CancellationToken cancellationToken)
        => await session.ScalarAsync($"SELECT 1 WHERE pg_catalog.to_regnamespace({session.Dialect.StringLiteral(session.Dialect.Quote(name))}) IS NOT NULL", cancellationToken).ConfigureAwait(false) is not null;

    private static async Task<(string Path, string Present)> ReadAsync(UpgradeSession session, CancellationToken cancellationToken)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = Query;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (reader.GetString(0), await reader.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? "" : reader.GetString(1));
    }

    [GeneratedRegex("""\s*(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",]+))\s*(?:,|$)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Schema();
}
