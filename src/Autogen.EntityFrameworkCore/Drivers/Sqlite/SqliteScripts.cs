namespace Autogen.Drivers.Sqlite;

/// <summary>Scripts of a database that is replayed in memory.</summary>
internal sealed class SqliteScripts : ScriptRules
{
    /// <summary>A table is rebuilt from its own text, which is known once the revisions before have been replayed.</summary>
    public override bool NeedReplica => true;
}
