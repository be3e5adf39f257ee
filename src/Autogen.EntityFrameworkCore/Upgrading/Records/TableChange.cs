using System.Data.Common;
using System.Globalization;
using Autogen.Schema;

namespace Autogen.Upgrading.Records;

/// <summary>A change of the tables that say where the database is.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Rows">How many rows it must change; <see langword="null"/> for any number. One less or more, and somebody else has changed
/// the table since it was read.</param>
internal sealed record TableChange(string Sql, int? Rows = null)
{
    /// <summary>Refuses any other number of rows.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.VersionTableChanged"/>.</exception>
    public void Require(int rows)
    {
        if (Rows is { } target && rows != target)
            throw Changed(null, string.Create(CultureInfo.InvariantCulture, $" ({rows} rows instead of {target} by: {Sql})"));
    }

    /// <summary>Whether the row exists already that it adds.</summary>
    public bool IsDuplicate(DbException exception) => Rows is not null && DatabaseErrors.IsDuplicateKey(exception);

    /// <summary>The error.</summary>
    public static AutogenException Changed(Exception? cause, string details = "")
        => new(
            ErrorCode.VersionTableChanged,
            $"Somebody else has changed the version table while this revision ran{details}: "
                + "a script, an upgrade by an older version of the tool, or a person. "
                + "Let that end, look where the database is with 'dotnet autogen current', and upgrade again.",
            cause);
}
