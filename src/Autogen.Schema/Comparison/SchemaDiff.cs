using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>What must be done to a database so that it is as wanted.</summary>
/// <param name="Current">The database as it is.</param>
/// <param name="Target">The database as the target has it.</param>
/// <param name="Changes">The differences, ordered by kind, table and name.</param>
public sealed record SchemaDiff(DatabaseSchema Current, DatabaseSchema Target, EquatableList<Change> Changes)
{
    private readonly Hint<SchemaPairs> pairs;

    /// <summary>What the live database has, the model does not know and is not touched, with the reasons.</summary>
    public EquatableList<IgnoredObject> IgnoredObjects { get; init; }

    /// <summary>
    /// The objects that both schemas have; it takes no part in equality, as it follows from the schemas and the renames.
    /// </summary>
    internal SchemaPairs Pairs
    {
        get => pairs.Value ?? SchemaPairs.None;
        init => pairs = new Hint<SchemaPairs>(value);
    }

    /// <summary>True where there is nothing to do.</summary>
    public bool IsEmpty => !Changes.Any(change => change.Significance == Significance.Significant);
}
