using System.Text.RegularExpressions;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// The first schema of the search path. Where it does not exist, PostgreSQL takes the next one without a word, and everything
/// without a schema would be made there.
/// </summary>
internal sealed partial class SearchPathSchema : SearchPath
{
    // Where names without a schema go, and by what.
    private const string Query = "SELECT pg_catalog.current_setting('search_path'), CAST(pg_catalog.current_schema() AS pg_catalog.text)";

    /// <inheritdoc/>
    public override async Task<bool> PrepareAsync(
        UpgradeSession session, RevisionSet revisions, IReadOnlyList<RevisionStep> plan, CancellationToken cancellationToken)
    {
        if (!plan.Any(step => step.Direction == StepDirection.Upgrade && step.Node.Revises.Count == 0))
            return false;
        var (path, present) = await ReadAsync(session, cancellationToken).ConfigureAwait(false);
        if (First(path) is not { } name || await ExistsAsync(session, name, cancellationToken).ConfigureAwait(false))
            return false;
        var nodes = plan.Where(step => step.Direction == StepDirection.Upgrade).Select(step => step.Node);
        if (!Make(session, revisions, nodes, name))
        {
            throw new AutogenException(
                ErrorCode.SchemaOfSearchPathMissing,
                $"The search path of this connection begins with schema '{name}', which does not exist: "
                    + $"tables without a schema would be created in {(present.Length == 0 ? "none" : $"'{present}'")}. Nothing was done. "
                + $"Create it (CREATE SCHEMA {session.Dialect.Quote(name)}), or change search_path.");
        }

        await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {session.Dialect.Quote(name)}", cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>
    /// Makes the first schema of a search path of which none exists, so that there can be no version table either, if a first revision
    /// makes it.
    /// </summary>
    /// <returns>Whether it was made.</returns>
    public static async Task<bool> MakeAsync(UpgradeSession session, string path, CancellationToken cancellationToken)
    {
        var revisions = session.Revisions;
        if (First(path) is not { } name
            || !Make(session, revisions, revisions.Graph.ParentsFirst.Where(node => node.Revises.Count == 0), name))
            return false;
        await session.ExecuteAsync($"CREATE SCHEMA IF NOT EXISTS {session.Dialect.Quote(name)}", cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static bool Make(UpgradeSession session, RevisionSet revisions, IEnumerable<RevisionNode> nodes, string schema)
        => nodes.SelectMany(node => revisions.OperationsOf(node.Id, StepDirection.Upgrade, session.Provider))
            .OfType<EnsureSchemaOperation>()
            .Any(operation => string.Equals(operation.Name, schema, StringComparison.Ordinal));

    /// <summary>
    /// The first schema that a search path names; <c>$user</c> counts only where that schema exists. <see langword="null"/> for none.
    /// </summary>
    public static string? First(string path)
        => Schema().Matches(path)
            .Select(match => match.Groups["quoted"] is { Success: true } quoted
                ? quoted.Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                : match.Groups["bare"].Value.Trim())
            .FirstOrDefault(name => name is not ("" or "$user" or "pg_temp" or "pg_catalog"));

    private static async Task<bool> ExistsAsync(UpgradeSession session, string name, CancellationToken cancellationToken)
        => await session.ScalarAsync(
            $"SELECT 1 WHERE pg_catalog.to_regnamespace({session.Dialect.StringLiteral(session.Dialect.Quote(name))}) IS NOT NULL",
            cancellationToken).ConfigureAwait(false) is not null;

    private static async Task<(string Path, string Present)> ReadAsync(UpgradeSession session, CancellationToken cancellationToken)
    {
        using var command = session.Connection.CreateCommand();
        command.CommandText = Query;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        return (reader.GetString(0), await reader.IsDBNullAsync(1, cancellationToken).ConfigureAwait(false) ? "" : reader.GetString(1));
    }

    [GeneratedRegex(
        """\s*(?:"(?<quoted>(?:[^"]|"")*)"|(?<bare>[^",]+))\s*(?:,|$)""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Schema();
}
