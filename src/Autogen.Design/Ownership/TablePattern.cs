using System.IO.Enumeration;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>A table's name with <c>*</c> and <c>?</c> as wildcards; <c>schema.table</c> or, for the default schema, <c>table</c>.</summary>
internal static class TablePattern
{
    /// <summary>Whether the pattern is for that table; case matters.</summary>
    public static bool Matches(string pattern, ObjectName name, string? defaultSchema)
    {
        if (name.Schema is null && FileSystemName.MatchesSimpleExpression(pattern, name.Name, ignoreCase: false))
            return true;

        var schema = name.Schema ?? defaultSchema;
        return schema is not null && FileSystemName.MatchesSimpleExpression(pattern, $"{schema}.{name.Name}", ignoreCase: false);
    }
}
