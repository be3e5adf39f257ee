using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Records;

/// <summary>The tables in which an upgrade keeps its books.</summary>
internal static class OwnTables
{
    /// <summary>What the lock's table is called behind the version table's name, where the lock is one.</summary>
    public const string LockSuffix = "_lock";

    /// <summary>Those that go with a version table under names of their own: how far a revision has come, and the lock.</summary>
    public static IEnumerable<ObjectName> BesideVersionTable(ObjectName versionTable)
        => [NameBeside.Of(versionTable, UnfinishedTable.Suffix), NameBeside.Of(versionTable, LockSuffix)];
}
