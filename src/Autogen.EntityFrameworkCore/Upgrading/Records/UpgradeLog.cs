using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Records;

/// <summary>
/// The table that remembers every step: which revision, which way, when, how long, by whom, with which version,
/// and a checksum of what it did.
/// </summary>
internal sealed class UpgradeLog(DatabaseDriver driver, ObjectName name)
{
    private readonly Dialect dialect = driver.Dialect;

    /// <summary>The version of what writes the log.</summary>
    public static string ToolVersion { get; } =
        typeof(UpgradeLog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The statement that creates it where it does not exist.</summary>
    public string CreateSql
        => $"CREATE TABLE IF NOT EXISTS {dialect.Quote(name)} (revision VARCHAR NOT NULL, direction VARCHAR NOT NULL, "
            + "applied_at VARCHAR NOT NULL, "
            + "milliseconds BIGINT NOT NULL, applied_by VARCHAR NOT NULL, tool_version VARCHAR NOT NULL, checksum VARCHAR NOT NULL)";

    /// <summary>What is remembered, oldest first; nothing where the table does not exist.</summary>
    public async Task<IReadOnlyList<LogEntry>> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (!await new VersionTable(driver, name).ExistsAsync(connection, null, cancellationToken).ConfigureAwait(false))
            return [];
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT revision, direction, applied_at, milliseconds, applied_by, tool_version, "
                + $"checksum FROM {dialect.Quote(name)} ORDER BY applied_at";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var entries = new List<LogEntry>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            entries.Add(new LogEntry(
                Text(0), Text(1), Text(2), Convert.ToInt64(reader.GetValue(3), CultureInfo.InvariantCulture), Text(4), Text(5), Text(6)));
        return entries;

        string Text(int column) => Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;
    }

    /// <summary>The statement that remembers a step.</summary>
    public string InsertSql(RevisionStep step, DateTimeOffset at, TimeSpan duration, string version, string checksum)
    {
        string[] values =
        [
            dialect.StringLiteral(step.Node.Id),
            dialect.StringLiteral(step.Direction == StepDirection.Upgrade ? "upgrade" : "downgrade"),
            dialect.StringLiteral(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            ((long)duration.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            BySql,
            dialect.StringLiteral(version),
            dialect.StringLiteral(checksum),
        ];
        return InsertSql(values);
    }

    /// <summary>
    /// The statement that remembers a step which a script takes: the database knows when, and as far as it can who; how long is not known.
    /// </summary>
    public string ScriptSql(RevisionStep step, string version, string checksum)
        => ScriptSql(step.Node.Id, step.Direction == StepDirection.Upgrade ? "upgrade" : "downgrade", version, checksum);

    /// <inheritdoc cref="ScriptSql(RevisionStep, string, string)"/>
    public string ScriptSql(string revision, string direction, string version, string checksum)
        => InsertSql(
        [
            dialect.StringLiteral(revision),
            dialect.StringLiteral(direction),
            driver.Records.NowSql,
            "0",
            driver.Records.UserSql,
            dialect.StringLiteral(version),
            dialect.StringLiteral(checksum),
        ]);

    /// <summary>
    /// The statement that remembers what existed before the first revision, or that the version was set: nothing ran, so there is
    /// neither a duration nor, for another tool's, a checksum. Of what another tool did (not <c>isOurs</c>), nobody knows who did it.
    /// </summary>
    public string EarlierSql(string revision, string direction, DateTimeOffset at, bool isOurs, string version, string checksum)
        => InsertSql(
        [
            dialect.StringLiteral(revision),
            dialect.StringLiteral(direction),
            dialect.StringLiteral(at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
            "0",
            isOurs ? BySql : dialect.StringLiteral(""),
            dialect.StringLiteral(version),
            dialect.StringLiteral(checksum),
        ]);

    private string BySql => driver.Records.ActorSql(dialect.StringLiteral(Actor.Describe()));

    private string InsertSql(string[] values)
        => $"INSERT INTO {dialect.Quote(name)} (revision, direction, applied_at, milliseconds, applied_by, tool_version, "
            + $"checksum) VALUES ({string.Join(", ", values)})";
}

/// <summary>A line of the log.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Direction"><c>upgrade</c>, <c>downgrade</c>, or what another command calls its doing.</param>
/// <param name="AppliedAt">When, in UTC: <c>2026-01-31T10:00:00.000Z</c>.</param>
/// <param name="Milliseconds">How long it took; 0 for a script.</param>
/// <param name="By">Who (<see cref="Actor"/>), with the database's role; for a script the role only.</param>
/// <param name="ToolVersion">With which version.</param>
/// <param name="Checksum">Of what it did (<see cref="OperationChecksum"/>).</param>
internal sealed record LogEntry(
    string Revision, string Direction, string AppliedAt, long Milliseconds, string By, string ToolVersion, string Checksum);
