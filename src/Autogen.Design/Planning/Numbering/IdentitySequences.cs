using Autogen.Operations;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Numbering;

/// <summary>
/// Sequences of identity columns under the name that a live database has for them; EF Core and the server choose it otherwise.
/// </summary>
internal static class IdentitySequences
{
    /// <summary>
    /// The operations that rename the sequences of a new table.
    /// </summary>
    public static IEnumerable<PlannedOperation> Named(PlanScope scope, Table table)
    {
        foreach (var column in table.Columns.Where(column => column.Identity is { Kind: IdentityKind.Always or IdentityKind.ByDefault }))
        {
            if (column.OwnedSequence.Value is not { } owned
                || string.Equals(owned.Name, OwnedSequenceNames.Default(table.Name.Name, column.Name), StringComparison.Ordinal))
                continue;
            yield return PlanScope.Planned(new RenameIdentitySequenceOperation
            {
                Table = table.Name.Name,
                Schema = table.Name.Schema,
                Column = column.Name,
                NewName = owned.Name,
            });
        }
    }
}
