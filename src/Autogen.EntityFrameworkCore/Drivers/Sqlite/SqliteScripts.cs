using System.Globalization;

namespace Autogen.Drivers.Sqlite;

/// <summary>Scripts of a database that is replayed in memory.</summary>
internal sealed class SqliteScripts : ScriptRules
{
    /// <summary>A table is rebuilt from its own text, which is known once the revisions before have been replayed.</summary>
    public override bool NeedReplica => true;

    /// <summary>The shell takes a file on its input.</summary>
    public override string RunCommand => "sqlite3 -bail DATABASE < FILE";

    /// <summary>Nothing else limits the time of waiting: https://www.sqlite.org/pragma.html#pragma_busy_timeout</summary>
    public override IReadOnlyList<string> SessionLimits(UpgradeOptions options)
        =>
        [
            string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {Upgrading.UpgradeSession.Milliseconds(options.LockTimeout)}")
        ];
}
