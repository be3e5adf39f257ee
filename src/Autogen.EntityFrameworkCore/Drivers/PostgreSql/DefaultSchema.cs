using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Drivers.PostgreSql;

/// <summary>The schema in which a revision's unqualified names are created.</summary>
internal static class DefaultSchema
{
    /// <summary>The schema of the upgrade's own tables.</summary>
    /// <param name="configured">What the user says; <see langword="null"/> for nothing.</param>
    /// <param name="current">Where unqualified names are created now.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public static string Resolve(string? configured, string? current)
    {
        RefuseTemporary(current);
        RefuseTemporary(configured);
        return configured ?? current ?? throw new AutogenException(
            ErrorCode.SchemaNotUsable,
            "No schema of the search path exists, so the version table has no schema. "
                + "Correct the search_path of the connection string, the role or the database, "
                + "or name a schema with 'versionTableSchema'.");
    }

    /// <summary>Refuses to go on where everything that is created is gone when the session ends.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.SchemaNotUsable"/>.</exception>
    public static void RefuseTemporary(string? schema)
    {
        if (schema?.StartsWith("pg_temp", StringComparison.Ordinal) == true)
        {
            throw new AutogenException(
                ErrorCode.SchemaNotUsable,
                $"Unqualified names are created in '{schema}', and what is created there is gone when the session ends. "
                    + "Nothing of this transaction was kept. "
                + "Take pg_temp out of the first place of search_path: in the connection string, the role, the database, "
                + "or the revision that sets it.");
        }
    }
}
