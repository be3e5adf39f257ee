using System.Text;
using Autogen.Schema.Objects;

namespace Autogen.Upgrading.Records;

/// <summary>The names of the tables that go with a version table.</summary>
internal static class NameBeside
{
    private const int LongestName = 63;

    /// <summary>The version table's name with a suffix, in as many bytes as a name of PostgreSQL may have.</summary>
    public static ObjectName Of(ObjectName versionTable, string suffix)
    {
        var stem = versionTable.Name;
        while (Encoding.UTF8.GetByteCount(stem) > LongestName - suffix.Length)
            stem = stem[..^(char.IsLowSurrogate(stem[^1]) ? 2 : 1)];
        return versionTable with { Name = stem + suffix };
    }
}
