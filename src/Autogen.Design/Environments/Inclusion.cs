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
        var gone = live.Schemas.Concat(model.Schemas).ToHashSet(StringComparer.Ordinal);
        var schemas = filter.Keep(ObjectKind.Schema, null, live.Schemas, model.Schemas, _ => false);
        gone.ExceptWith(schemas.Live.Concat(schemas.Model));
        bool IsGone(ObjectName name) => name.Schema is { } schema && gone.Contains(schema);

        var extensions = filter.Keep(ObjectKind.Extension, null, live.Extensions, model.Extensions, _ => false);
        var types = filter.Keep(ObjectKind.EnumType, null, live.EnumTypes, model.EnumTypes, type => IsGone(type.Name));
        var collations = filter.Keep(ObjectKind.Collation, null, live.Collations, model.Collations, collation => IsGone(collation.Name));
        var ranges = filter.Keep(ObjectKind.RangeType, null, live.RangeTypes, model.RangeTypes, type => IsGone(type.Name));
        var sequences = filter.Keep(ObjectKind.Sequence, null, live.Sequences, model.Sequences, sequence => IsGone(sequence.Name));
        var tables = filter.Keep(ObjectKind.Table, null, live.Tables, model.Tables, table => IsGone(table.Name));
        var views = filter.Keep(ObjectKind.View, null, live.Views, model.Views, view => IsGone(view.Name));
        var (liveTables, modelTables) = new PartInclusion(filter, dialect).Apply(tables.Live, tables.Model);
        return (
            live with
            {
                Schemas = schemas.Live,
                Extensions = extensions.Live,
                EnumTypes = types.Live,
                Collations = collations.Live,
                RangeTypes = ranges.Live,
                Sequences = sequences.Live,
                Tables = liveTables,
                Views = views.Live,
            },
            model with
            {
                Schemas = schemas.Model,
                Extensions = extensions.Model,
                EnumTypes = types.Model,
                Collations = collations.Model,
                RangeTypes = ranges.Model,
                Sequences = sequences.Model,
                Tables = modelTables,
                Views = views.Model,
            });
    }
}
