namespace Autogen.Design.Planning.Steps;

/// <summary>
/// The total order of steps where nothing forces one: by phase, kind, table, place and name. A database that can't alter in place gets the
/// steps of one table next to one another, so that one rebuild of the table serves them all.
/// </summary>
internal sealed class StepOrder(bool altersInPlace, bool renamesFirst) : IComparer<Step>
{
    /// <inheritdoc/>
    public int Compare(Step? x, Step? y)
    {
        if (ReferenceEquals(x, y))
            return 0;
        if (x is null || y is null)
            return x is null ? -1 : 1;

        var order = altersInPlace ? 0 : Stage(x.Vertex.Phase).CompareTo(Stage(y.Vertex.Phase));
        if (order == 0 && !altersInPlace && Stage(x.Vertex.Phase) == RebuildStage)
            order = CompareTables(x, y);
        if (order == 0)
            order = Rank(x.Vertex.Phase).CompareTo(Rank(y.Vertex.Phase));
        if (order == 0)
            order = CompareKinds(x.Vertex, y.Vertex);
        if (order == 0)
            order = CompareTables(x, y);
        if (order == 0)
            order = x.Ordinal.CompareTo(y.Ordinal);
        return order != 0 ? order : string.CompareOrdinal(x.Vertex.Name, y.Vertex.Name);
    }

    private const int RebuildStage = 2;

    /// <summary>Kinds are created in their order, and dropped in the reverse.</summary>
    private static int CompareKinds(Vertex x, Vertex y)
        => x.Phase == Phase.DropObject ? y.Kind.CompareTo(x.Kind) : x.Kind.CompareTo(y.Kind);

    private static int CompareTables(Step x, Step y)
        => x.Vertex.Table is { } table ? table.CompareTo(y.Vertex.Table) : y.Vertex.Table is null ? 0 : -1;

    /// <summary>New tables come before the changes of others, because a rebuild checks the foreign keys that the table then has.</summary>
    private static int Stage(Phase phase) => phase switch
    {
        Phase.DeleteRows => 0,
        Phase.CreateTable or Phase.MoveRows => 1,
        Phase.DropTable => 3,
        Phase.InsertRows => 4,
        Phase.UpdateRows => 5,
        Phase.DeleteReferredRows => 6,
        _ => RebuildStage,
    };

    /// <summary>
    /// An index is no part of a rebuild: it is dropped before the first and created after the last operation that needs one.
    /// </summary>
    private int Rank(Phase phase)
    {
        if (altersInPlace)
            return (int)phase;
        return phase switch
        {
            Phase.Rename when renamesFirst => -2,
            Phase.DropIndex => -1,
            Phase.CreateIndex => int.MaxValue,
            _ => (int)phase,
        };
    }
}
