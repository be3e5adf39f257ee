using System.Data.Common;
using Autogen.Schema.Objects;

namespace Autogen.Drivers;

/// <summary>What the SQL of the version table, the unfinished table and the log needs of the database.</summary>
internal abstract class RecordTables
{
    /// <summary>Whether a table exists. Reading never creates it.</summary>
    /// <exception cref="Schema.AutogenException">
    /// <see cref="Schema.ErrorCode.VersionTableInvalid"/>: it exists and can't be trusted.
    /// </exception>
    public abstract Task<bool> ExistsAsync(
        DbConnection connection, DbTransaction? transaction, ObjectName name, CancellationToken cancellationToken);

    /// <summary>Which of the tables exist.</summary>
    /// <inheritdoc cref="ExistsAsync"/>
    public virtual async Task<IReadOnlyList<string>> FindAsync(
        DbConnection connection, string? schema, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            if (await ExistsAsync(connection, null, new ObjectName(schema, name), cancellationToken).ConfigureAwait(false))
                found.Add(name);
        }

        return found;
    }

    /// <summary>The time when a statement of a script runs, as an SQL expression: UTC, as the log writes it.</summary>
    public abstract string NowSql { get; }

    /// <summary>Who applies a revision, as an SQL expression, with the role that the database knows, where it has roles.</summary>
    /// <param name="actor">The person and the machine, as a literal.</param>
    public virtual string ActorSql(string actor) => actor;

    /// <summary>Who runs a script, as an SQL expression.</summary>
    public virtual string UserSql => "'script'";
}
