using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>Which tables and columns of a database have another name in the model; reading asks no more of a comparison.</summary>
/// <param name="IsTable">Whether a table of the database is that table of the model under another name.</param>
/// <param name="IsColumn">Whether a column of the database's table is that column of the model under another name.</param>
/// <param name="IsRenamedTable">Whether a table of the database has another name in the model.</param>
/// <param name="IsRenamedColumn">Whether a column of the database's table has another name in the model.</param>
internal sealed record RenamedParts(
    Func<Table, Table, bool> IsTable,
    Func<Table, Column, Column, bool> IsColumn,
    Func<Table, bool> IsRenamedTable,
    Func<Table, Column, bool> IsRenamedColumn)
{
    /// <summary>All names are the same.</summary>
    public static RenamedParts None { get; } = new((_, _) => false, (_, _, _) => false, _ => false, (_, _) => false);
}
