using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>
/// What parts at random make too seldom, added last and by numbers of its own: a column that can hold a document, and a table that joins
/// two others, as many-to-many makes it.
/// </summary>
internal static class SeldomShapes
{
    private const string DocumentName = "Dök \"1\"";
    private const string JoiningName = "left's Right";

    /// <summary>With such shapes in both models, or in one of them; as it was where the rows would not survive that.</summary>
    public static ModelPair Add(ModelPair pair, int seed)
    {
        var targetSeed = new Random(seed).Next(2) == 0 ? seed : ~seed;
        var added = pair with
        {
            Current = Add(pair.Database, pair.Current, new Random(seed)),
            Target = Add(pair.Database, pair.Target, new Random(targetSeed))
        };
        return PairRules.Holds(added) ? added : pair;
    }

    /// <summary>With such shapes.</summary>
    public static ModelDescription Add(FuzzDatabase database, ModelDescription model, Random random)
    {
        model = model with
        {
            Tables = model.Tables
                .Select(table => random.Next(6) == 0 && table.Seeds.Count == 0 ? WithDocument(database, table) : table)
                .ToEquatableList()
        };
        var sides = model.Tables.Where(table => table.Key.Count is 1 or 2).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        if (random.Next(4) == 0 && sides.Count > 0)
            model = model with { Tables = [.. model.Tables, Joining(sides[random.Next(sides.Count)], sides[random.Next(sides.Count)])] };
        return ModelRules.Repair(database, model);
    }

    private static TableDescription WithDocument(FuzzDatabase database, TableDescription table)
        => table with
        {
            Columns = [.. table.Columns, new ColumnDescription(DocumentName, TableMappings.DocumentType(database)) { IsNullable = true }]
        };

    private static TableDescription Joining(TableDescription left, TableDescription right)
    {
        var (lefts, rights) = (Names("Left", left), Names("Right", right));
        return new TableDescription(JoiningName)
        {
            Columns = [.. Columns(left, lefts), .. Columns(right, rights)],
            Key = [.. lefts, .. rights],
            ForeignKeys =
            [
                new ForeignKeyDescription(null, lefts, left.Name, left.Key, "Cascade"),
                new ForeignKeyDescription(null, rights, right.Name, right.Key, "Cascade")
            ],
        };
    }

    private static EquatableList<string> Names(string side, TableDescription table)
        => table.Key.Select((_, index) => $"{side}{index}").ToEquatableList();

    private static IEnumerable<ColumnDescription> Columns(TableDescription table, EquatableList<string> names)
        => table.Key.Zip(
            names, (key, name) => new ColumnDescription(name, table.Find(key)!.Type) { Collation = table.Find(key)!.Collation });
}
