using System.Collections;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>An index of the model.</summary>
internal static class IndexModel
{
    /// <summary>Reads an index.</summary>
    public static TableIndex Read(ModelScope scope, ITableIndex index)
    {
        var method = index.FindAnnotation("Npgsql:IndexMethod")?.Value as string;
        return new TableIndex
        {
            Name = scope.Identifier(index.Name),
            Parts = Parts(scope, index).ToEquatableList(),
            IsUnique = index.IsUnique,
            Filter = string.IsNullOrEmpty(index.Filter) ? null : new SqlExpression(index.Filter),
            Method = string.Equals(method, "btree", StringComparison.OrdinalIgnoreCase) ? null : method,
            IncludedColumns = (index.FindAnnotation("Npgsql:IndexInclude")?.Value as IEnumerable<string> ?? [])
                .Select(scope.Identifier)
                .ToEquatableList(),
            NullsDistinct = index.FindAnnotation("Npgsql:NullsDistinct")?.Value is not false,
            StorageParameters = StorageParameterModel.Read(index).ToEquatableList(),
            IsCreatedConcurrently = new Hint<bool>(index.FindAnnotation("Npgsql:CreatedConcurrently")?.Value is true),
            Annotations = CarriedAnnotations.Of(index),
        };
    }

    private static IEnumerable<IndexPart> Parts(ModelScope scope, ITableIndex index)
    {
        if (index.FindAnnotation("Npgsql:TsVectorConfig")?.Value is string configuration)
        {
            yield return new IndexPart { Expression = new SqlExpression(TextSearch.Vector(scope.Dialect, configuration, index.Columns)) };
            yield break;
        }

        var operators = Values(index, "Npgsql:IndexOperators");
        var collations = Values(index, "Relational:Collation");
        var nulls = Values(index, "Npgsql:IndexNullSortOrder");
        for (var position = 0; position < index.Columns.Count; position++)
        {
            // EF Core: no list at all is ascending throughout, an empty one descending throughout.
            var isDescending = index.IsDescending is { } directions && (directions.Count == 0 || directions[position]);
            yield return new IndexPart
            {
                Column = scope.Identifier(index.Columns[position].Name),
                IsDescending = isDescending,
                NullsOrder = Nulls(At(nulls, position)?.ToString(), isDescending),
                Collation = Collation(scope, index.Columns[position], At(collations, position) as string),
                OperatorClass = At(operators, position) as string,
            };
        }
    }

    private static NullsOrder? Nulls(string? order, bool isDescending) => order switch
    {
        "NullsFirst" => isDescending ? null : NullsOrder.First,
        "NullsLast" => isDescending ? NullsOrder.Last : null,
        _ => null,
    };

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

    private static object? At(List<object?> values, int position) => position < values.Count ? values[position] : null;
}
