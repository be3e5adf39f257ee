using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;

namespace Autogen.Drivers.PostgreSql;

/// <summary>
/// The SQL of the lock: a row of a table beside the version table. It is the same row however the table's schema was given, and needs
/// nothing of a session, so it works behind poolers
/// and on servers without advisory locks. Functions and operators are pg_catalog's, whatever the search path says.
/// </summary>
/// <param name="dialect">The database's kind.</param>
/// <param name="versionTable">The version table, with its schema.</param>
/// <param name="duration">How long the lease holds.</param>
internal sealed class LeaseTable(Dialect dialect, ObjectName versionTable, TimeSpan duration)
{
    /// <summary>What the lock's table is called behind the version table's name.</summary>
    public const string Suffix = OwnTables.LockSuffix;

    private const string Eq = "OPERATOR(pg_catalog.=)";
    private const string Plus = "OPERATOR(pg_catalog.+)";

    private readonly string table = dialect.Quote(NameBeside.Of(versionTable, Suffix));
    private readonly string end = $"pg_catalog.clock_timestamp() {Plus} INTERVAL '{UpgradeSession.Milliseconds(duration)} milliseconds'";

    /// <summary>The table's name as SQL.</summary>
    public string QuotedName => table;

    /// <summary>What names the lock in <c>pg_stat_activity</c>: the same for everybody who upgrades by this version table.</summary>
    public string TagStem { get; } =
        $"/* dotnet-autogen lease {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dialect.Quote(versionTable))))[..16]} ";

    /// <summary>The comment in front of a statement that no transaction protects.</summary>
    public string Tag(long fence) => TagStem + fence.ToString(CultureInfo.InvariantCulture) + " */ ";

    /// <summary>The statements that create the table with its row, where it is missing.</summary>
    public IReadOnlyList<string> CreateSql =>
    [
        $"CREATE TABLE IF NOT EXISTS {table} (id smallint NOT NULL PRIMARY KEY, holder pg_catalog.text NOT NULL, fence bigint NOT NULL, "
            + "beat bigint NOT NULL, "
            + "owner pg_catalog.text NOT NULL, taken_at timestamp with time zone NOT NULL, expires_at timestamp with time zone NOT NULL)",
        $"INSERT INTO {table} (id, holder, fence, beat, owner, taken_at, expires_at) VALUES (1, '', 0, 0, '', "
            + "pg_catalog.clock_timestamp(), pg_catalog.clock_timestamp()) ON CONFLICT (id) DO NOTHING",
    ];

    /// <summary>The query for the row: holder, fence, beat, owner, since when, whether it is expired.</summary>
    public string ReadSql
        => "SELECT holder, fence, beat, owner, pg_catalog.to_char(pg_catalog.timezone('UTC', taken_at), 'YYYY-MM-DD HH24:MI:SS \"UTC\"'), "
            + $"expires_at OPERATOR(pg_catalog.<=) pg_catalog.clock_timestamp() FROM {table} WHERE id {Eq} 1";

    /// <summary>
    /// The statement that takes the lease if the row is as it was read and no transaction holds it; returns the fencing number.
    /// </summary>
    public string TakeSql(long fence, long beat, string holder, string owner, bool skipsLocked)
    {
        var same = string.Create(CultureInfo.InvariantCulture, $"l.id {Eq} 1 AND l.fence {Eq} {fence} AND l.beat {Eq} {beat}");
        return $"UPDATE {table} AS l SET holder = {SqlQuote.Text(holder)}, fence = l.fence {Plus} 1, beat = l.beat {Plus} 1, "
            + $"owner = {SqlQuote.Text(owner)}, "
            + "taken_at = pg_catalog.clock_timestamp(), "
            + $"expires_at = {end} WHERE "
            + (skipsLocked ? $"id {Eq} (SELECT l.id FROM {table} AS l WHERE {same} FOR UPDATE SKIP LOCKED)" : same)
            + " RETURNING fence";
    }

    /// <summary>
    /// The statement that extends the lease if it is still the holder's; returns where unqualified names are created now, and the search
    /// path.
    /// </summary>
    public string RenewSql(string holder, long fence)
        => $"UPDATE {table} SET beat = beat {Plus} 1, expires_at = {end} "
            + $"WHERE {Mine(holder, fence)} RETURNING pg_catalog.current_schema(), pg_catalog.current_setting('search_path')";

    /// <summary>The statement that gives the lease back if it is still the holder's.</summary>
    public string ReleaseSql(string holder, long fence)
        => $"UPDATE {table} SET holder = '', owner = '', beat = beat {Plus} 1, expires_at = pg_catalog.clock_timestamp() "
            + $"WHERE {Mine(holder, fence)}";

    private static string Mine(string holder, long fence)
        => string.Create(CultureInfo.InvariantCulture, $"id {Eq} 1 AND fence {Eq} {fence} AND holder {Eq} {SqlQuote.Text(holder)}");
}
