using System.Collections;
using Autogen.Design.Providers;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>An index of the model.</summary>
internal static class IndexModel
{
    /// <summary>Reads an index.</summary>
    public static TableIndex Read(ModelScope scope, ITableIndex index)
    {
        var words = scope.Provider.IndexWords(index, scope.Dialect);
        return new TableIndex
        {
            Name = scope.Identifier(index.Name),
            Parts = Parts(scope, index, words).ToEquatableList(),
            IsUnique = index.IsUnique,
            Filter = string.IsNullOrEmpty(index.Filter) ? null : new SqlExpression(index.Filter),
            Method = words.Method,
            IncludedColumns = words.IncludedColumns.Select(scope.Identifier).ToEquatableList(),
            NullsDistinct = words.NullsDistinct,
            StorageParameters = words.StorageParameters,
            IsCreatedConcurrently = new Hint<bool>(words.IsCreatedConcurrently),
            Annotations = CarriedAnnotations.Of(scope, index),
        };
    }

    private static IEnumerable<IndexPart> Parts(ModelScope scope, ITableIndex index, IndexWords words)
    {
        if (words.Expression is { } expression)
        {
            yield return new IndexPart { Expression = expression };
            yield break;
        }

        var collations = Values(index, "Relational:Collation");
        for (var position = 0; position < index.Columns.Count; position++)
        {
            // EF Core: no list at all is ascending throughout, an empty one descending throughout.
            var isDescending = index.IsDescending is { } directions
                ? directions.Count == 0 || directions[position]
                : At(words.Descending, position);
            yield return new IndexPart
            {
                Column = scope.Identifier(index.Columns[position].Name),
                IsDescending = isDescending,
                NullsOrder = Nulls(At(words.NullsOrders, position), isDescending),
                Collation = Collation(scope, index.Columns[position], At(collations, position) as string),
                OperatorClass = At(words.OperatorClasses, position),
            };
        }
    }

    // What the direction implies is not said.
    private static NullsOrder? Nulls(NullsOrder? order, bool isDescending)
        => order == (isDescending ? NullsOrder.First : NullsOrder.Last) ? null : order;

    // An index that says its column's own collation says nothing.
    private static ObjectName? Collation(ModelScope scope, IColumn column, string? collation)
    {
        var own = scope.Dialect.CanonicalCollation(column.Collation);
        return string.Equals(scope.Dialect.CanonicalCollation(collation), own, StringComparison.Ordinal)
            ? null
            : scope.Collation(collation);
    }

    private static List<object?> Values(ITableIndex index, string annotation)
        => index.FindAnnotation(annotation)?.Value switch
        {
            string text => [text],
            IEnumerable values => [.. values.Cast<object?>()],
            _ => [],
        };

    private static T? At<T>(IReadOnlyList<T?> values, int position) => position < values.Count ? values[position] : default;
}
