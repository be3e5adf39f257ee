using Autogen.Schema.Objects;

namespace Autogen.Schema.Refusals;

/// <summary>A part of a table that the database is asked about.</summary>
/// <param name="Table">The table as the model has it.</param>
/// <param name="Kind">The part's kind.</param>
/// <param name="Name">The part's name.</param>
/// <param name="Statement">What makes the part on a temporary table that has the table's name and columns.</param>
/// <param name="IsOfType">Whether the statement makes a column, and so asks for its type.</param>
internal sealed record Trial(Table Table, ObjectKind Kind, string Name, string Statement, bool IsOfType = false)
{
    /// <summary>Whether a revision would make or alter the part; else it is only there for what depends on it.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>The refusal of this trial.</summary>
    public Refusal Refused(string reason) => new(Table.Name, Kind, Name, reason);
}
