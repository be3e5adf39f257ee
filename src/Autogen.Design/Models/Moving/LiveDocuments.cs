using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// JSON documents of a database whose properties the model has in columns: a column that the model has no longer, which has the name of
/// the owned or complex type that holds them.
/// </summary>
internal static class LiveDocuments
{
    /// <summary>The documents, each with its table.</summary>
    /// <param name="missing">The properties that no column of the database has.</param>
    /// <param name="all">All properties.</param>
    /// <param name="tables">The tables that may have the documents.</param>
    /// <param name="live">The database's tables.</param>
    public static IEnumerable<(Table Table, StoredValue Value)> Find(
        IEnumerable<PropertySlot> missing, IReadOnlyList<PropertySlot> all, IReadOnlyList<Table> tables, LiveTables live)
    {
        foreach (var group in missing.Where(slot => slot.Property.Contains('.', StringComparison.Ordinal))
            .GroupBy(slot => slot.Property.Split('.')[0], StringComparer.Ordinal))
        {
            // A new part has no document, and a part whose other properties have columns is not stored as a document.
            if (group.Count() != all.Count(slot => slot.Property.StartsWith(group.Key + ".", StringComparison.Ordinal)))
                continue;
            var found = tables.SelectMany(table => table.Columns
                .Where(column => live.IsGone(table, column.Name)
                    && column.Generated is null
                    && string.Equals(TableFit.Letters(column.Name), TableFit.Letters(group.Key), StringComparison.Ordinal))
                .Select(column => (table, column))).ToList();
            if (found is [var (table, column)] && live.MayHoldDocuments(column.Type))
                yield return (table, new StoredValue(group.Key, column.Name, !column.IsNullable)
                {
                    Members = Members([.. group], 1, group.Key).ToEquatableList(),
                });
        }
    }

    // EF Core's members have the properties' names, unless the old model gave them others: then they read as NULL.
    private static IEnumerable<DocumentMember> Members(IReadOnlyList<PropertySlot> slots, int depth, string path)
        => slots.GroupBy(slot => slot.Property.Split('.')[depth], StringComparer.Ordinal).Select(group =>
        {
            var name = $"{path}.{group.Key}";
            return group.First() is { } only && string.Equals(only.Property, name, StringComparison.Ordinal)
                ? new DocumentMember(group.Key, name, only.IsRequired) { IsTruth = only.IsTruth, StoreType = only.Type.Text }
                : new DocumentMember(group.Key, name, IsRequired: false)
                {
                    Members = Members([.. group], depth + 1, name).ToEquatableList(),
                };
        });
}
