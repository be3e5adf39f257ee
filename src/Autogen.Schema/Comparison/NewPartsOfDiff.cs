using Autogen.Schema.Objects;
using Autogen.Schema.Refusals;

namespace Autogen.Schema.Comparison;

/// <summary>Expressions and types that a diff adds or alters.</summary>
internal static class NewPartsOfDiff
{
    /// <summary>Finds the expressions and types that the diff adds.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="mayBringFunctions">Whether SQL that the project adds to the revision may create functions.</param>
    public static NewParts Find(SchemaDiff diff, bool mayBringFunctions = false)
    {
        var significant = diff.Changes
            .Where(change => change.Significance == Significance.Significant && change.After is not null)
            .ToList();
        var added = significant.OfType<Added<Table>>().Select(change => change.Item).ToList();
        // as was just asked
        var parts = significant.Where(change => change.Table is not null)
            .Select(change => (change.Table!, change.Kind, NameOf(change.After)))
            .Concat(added.SelectMany(table => table.Columns.Select(column => (table.Name, ObjectKind.Column, column.Name))))
            .Concat(added.SelectMany(
                table => table.CheckConstraints.Select(check => (table.Name, ObjectKind.CheckConstraint, NewParts.NameOf(check)))))
            .Concat(added.SelectMany(table => table.Indexes.Select(index => (table.Name, ObjectKind.Index, index.Name))))
            .ToHashSet();
        var names = parts.Select(part => part.Item1).ToHashSet();
        return new NewParts([.. diff.Target.Tables.Where(table => names.Contains(table.Name))], parts)
        {
            MayBringTypes = diff.Changes.Any(change => change.After is not null && Kinds.Of(change.Kind) is { BringsTypes: true }),
            HaveEnumTypes = diff.Target.EnumTypes.Count > 0,
            MayBringFunctions = mayBringFunctions,
            Sequences = Sequences(diff.Target).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<string> Sequences(DatabaseSchema target)
        => target.Sequences.Select(sequence => sequence.Name.Name)
            .Concat(from table in target.Tables
                    from column in table.Columns
                    where column.Identity is not null
                    select $"{table.Name.Name}_{column.Name}_seq");

    private static string NameOf(object? item) => item switch
    {
        Column column => column.Name,
        CheckConstraint check => NewParts.NameOf(check),
        TableIndex index => index.Name,
        _ => "",
    };
}
