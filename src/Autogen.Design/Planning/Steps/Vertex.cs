using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Steps;

/// <summary>The identity of a step, by which other steps say what they come after.</summary>
/// <param name="Phase">What is done.</param>
/// <param name="Kind">To what kind of object.</param>
/// <param name="Table">
/// The object's table under its target name (a removed table: its own); <see langword="null"/> for what belongs to none.
/// </param>
/// <param name="Name">The object's name within the table, or its name.</param>
internal sealed record Vertex(Phase Phase, ObjectKind Kind, ObjectName? Table, string Name)
{
    /// <summary>The step on a table itself.</summary>
    public static Vertex OfTable(Phase phase, ObjectName table) => new(phase, ObjectKind.Table, table, "");

    /// <summary>The step on something that lives in a schema but is no table.</summary>
    public static Vertex Of(Phase phase, ObjectKind kind, ObjectName name) => new(phase, kind, null, name.ToString());

    /// <summary>The name that the step gives to something new, as far as it is one that nothing of another kind may have.</summary>
    public string? NameTaken => Phase switch
    {
        Phase.CreateTable => Table?.ToString(),
        Phase.CreateIndex => InTablesSchema(Name),
        _ => null,
    };

    /// <summary>The names of that sort that something else may have after the step.</summary>
    public IEnumerable<string> NamesFreed(DatabaseSchema current) => Phase switch
    {
        Phase.DropTable => [$"{Table}", .. current.FindTable(Table!)?.Indexes.Select(index => InTablesSchema(index.Name)) ?? []],
        Phase.DropIndex => [InTablesSchema(Name)],
        Phase.Rename when Kind is ObjectKind.Index or ObjectKind.PrimaryKey or ObjectKind.UniqueConstraint => [InTablesSchema(Name)],
        Phase.DropObject when Kinds.Of(Kind) is { SharesNamesWithTables: true } => [Name],
        _ => [],
    };

    private string InTablesSchema(string name) => new ObjectName(Table?.Schema, name).ToString();

    /// <inheritdoc/>
    public override string ToString()
        => $"{Phase} {Kind} {(Table is null ? Name : Name.Length == 0 ? Table.ToString() : $"{Table}.{Name}")}";
}
