using Autogen.Schema.Objects;

namespace Autogen.Schema.Refusals;

/// <summary>The columns, checks and indexes that a revision would make or alter: what the database has is no question.</summary>
/// <param name="tables">The model's tables of which a part is new.</param>
/// <param name="parts">The parts that are new: a check without a name (SQLite) is known by its condition.</param>
internal sealed class NewParts(IReadOnlyList<Table> tables, IEnumerable<(ObjectName Table, ObjectKind Kind, string Name)> parts)
{
    private readonly HashSet<(ObjectName Table, ObjectKind Kind, string Name)> parts = [.. parts];

    /// <summary>The model's tables of which a part is new.</summary>
    public IReadOnlyList<Table> Tables { get; } = tables;

    /// <summary>Whether the revision may bring a type, too: an extension's, an enumerated one, a range type.</summary>
    public bool MayBringTypes { get; init; }

    /// <summary>Whether the model has enumerated types, to which the same revision may add labels.</summary>
    public bool HaveEnumTypes { get; init; }

    /// <summary>Whether the revision may create functions, in SQL that the project adds to it.</summary>
    public bool MayBringFunctions { get; init; }

    /// <summary>The model's sequences without their schemas, those of numbered columns among them.</summary>
    public IReadOnlySet<string> Sequences { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the column is new or altered.</summary>
    public bool Has(Table table, Column column) => parts.Contains((table.Name, ObjectKind.Column, column.Name));

    /// <summary>Whether the check is new or altered.</summary>
    public bool Has(Table table, CheckConstraint check) => parts.Contains((table.Name, ObjectKind.CheckConstraint, NameOf(check)));

    /// <summary>Whether the index is new or altered.</summary>
    public bool Has(Table table, TableIndex index) => parts.Contains((table.Name, ObjectKind.Index, index.Name));

    /// <summary>The name by which people know a check.</summary>
    public static string NameOf(CheckConstraint check) => check.Name ?? check.Expression.Text;
}
