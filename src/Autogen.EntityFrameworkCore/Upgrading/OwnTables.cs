using Autogen.Schema.Objects;
using Autogen.Drivers.PostgreSql;

namespace Autogen.Upgrading;

/// <summary>The tables in which an upgrade keeps its books.</summary>
internal static class OwnTables
{
    /// <summary>Those that go with a version table under names of their own: how far a revision has come, and the lock.</summary>
    public static IEnumerable<ObjectName> BesideVersionTable(ObjectName versionTable)
        => [NameBeside.Of(versionTable, UnfinishedTable.Suffix), NameBeside.Of(versionTable, LeaseTable.Suffix)];
}
