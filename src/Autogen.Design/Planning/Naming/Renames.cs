using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Naming;

/// <summary>The new name and the new schema of an object that is renamed, as operations have them.</summary>
internal static class Renames
{
    /// <summary>The new name; <see langword="null"/> if it keeps its name.</summary>
    public static string? NewName(ObjectName from, ObjectName to)
        => string.Equals(from.Name, to.Name, StringComparison.Ordinal) ? null : to.Name;

    /// <summary>
    /// The new schema; <see langword="null"/> if it keeps its schema. To an operation no schema means the present one, so the default one
    /// is named.
    /// </summary>
    public static string? NewSchema(PlanScope scope, ObjectName from, ObjectName to)
        => string.Equals(from.Schema, to.Schema, StringComparison.Ordinal) ? null : to.Schema ?? scope.DefaultSchema;
}
