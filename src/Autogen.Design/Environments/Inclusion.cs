using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Environments;

/// <summary>Leaves out of both schemas what the project excludes on either side, and what can't be without it.</summary>
/// <param name="include">The project's say.</param>
/// <param name="dialect">Which names are one.</param>
internal sealed class Inclusion(Func<SchemaObject, bool> include, Dialect dialect)
{
    private readonly InclusionFilter filter = new(include, dialect);

    /// <summary>Filters both schemas.</summary>
    public (DatabaseSchema Live, DatabaseSchema Model) Apply(DatabaseSchema live, DatabaseSchema model)
    {
        var excluded = new HashSet<object>(ReferenceEqualityComparer.Instance);
        HashSet<string> gone = [];
        bool IsGone(ObjectName name) => name.Schema is { } schema && gone.Contains(schema);
        foreach (var kind in Kinds.All)
        {
            excluded.UnionWith(filter.Excluded(kind.Value, null, kind.In(live), kind.In(model), item => IsGone(kind.NameOf(item))));
            if (kind.Value == ObjectKind.Schema)
                gone = Excluded([.. live.Schemas, .. model.Schemas], excluded);
        }

        (live, model) = (live.Where(item => !excluded.Contains(item.Value)), model.Where(item => !excluded.Contains(item.Value)));
        var (liveTables, modelTables) = new PartInclusion(filter, dialect).Apply(live.Tables, model.Tables);
        return (live with { Tables = liveTables }, model with { Tables = modelTables });
    }

    // One that is kept on either side is kept.
    private static HashSet<string> Excluded(List<string> schemas, HashSet<object> excluded)
        => schemas.FindAll(excluded.Contains)
            .Except(schemas.FindAll(name => !excluded.Contains(name)), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
}
