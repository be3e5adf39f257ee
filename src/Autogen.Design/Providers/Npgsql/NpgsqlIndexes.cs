using System.Collections;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>Indexes: method, operator classes, the order of NULLs, included columns.</summary>
internal static class NpgsqlIndexes
{
    private const string First = "NullsFirst";
    private const string Last = "NullsLast";

    /// <summary>Reads an index's.</summary>
    public static IndexWords Read(ITableIndex index, Dialect dialect)
    {
        var method = index.FindAnnotation(NpgsqlNames.IndexMethod)?.Value as string;
        return new IndexWords
        {
            Method = string.Equals(method, "btree", StringComparison.OrdinalIgnoreCase) ? null : method,
            Expression = TextSearch.Of(index, dialect),
            IncludedColumns = [.. index.FindAnnotation(NpgsqlNames.IndexInclude)?.Value as IEnumerable<string> ?? []],
            OperatorClasses = [.. Values(index, NpgsqlNames.IndexOperators).Select(value => value as string)],
            NullsOrders = [.. Values(index, NpgsqlNames.IndexNullSortOrder).Select(value => Order(value?.ToString()))],
            Descending = [.. Values(index, NpgsqlNames.IndexSortOrder).Select(value => value?.ToString() == "Descending")],
            NullsDistinct = index.FindAnnotation(NpgsqlNames.NullsDistinct)?.Value is not false,
            IsCreatedConcurrently = index.FindAnnotation(NpgsqlNames.CreatedConcurrently)?.Value is true,
            StorageParameters = NpgsqlTables.ReadParameters(index),
        };
    }

    /// <summary>Writes an index's.</summary>
    public static void Write(CreateIndexOperation operation, TableIndex index, bool concurrently)
    {
        if (concurrently)
            operation.AddAnnotation(NpgsqlNames.CreatedConcurrently, true);
        if (index.Method is { } method)
            operation.AddAnnotation(NpgsqlNames.IndexMethod, method);
        if (index.Parts.Any(part => part.OperatorClass is not null))
            operation.AddAnnotation(NpgsqlNames.IndexOperators, index.Parts.Select(part => part.OperatorClass).ToArray());
        if (index.Parts.Any(part => part.Collation is not null))
            operation.AddAnnotation("Relational:Collation", index.Parts.Select(part => part.Collation?.Name).ToArray());
        if (index.Parts.Any(part => part.NullsOrder is not null))
            operation.AddAnnotation(NpgsqlNames.IndexNullSortOrder, NullSortOrders(index));
        if (index.IncludedColumns.Count != 0)
            operation.AddAnnotation(NpgsqlNames.IndexInclude, index.IncludedColumns.ToArray());
        if (!index.NullsDistinct)
            operation.AddAnnotation(NpgsqlNames.NullsDistinct, false);
        NpgsqlTables.WriteParameters(operation, index.StorageParameters);
    }

    /// <summary>
    /// Expressions have no annotation; of a qualified collation or operator class the provider quotes the full stop, too; and sort options
    /// are written for B-trees only.
    /// </summary>
    public static bool CanWrite(TableIndex index) => index.Parts.All(part =>
        part.Column is not null
        && part.Collation is not { Schema: not null } && part.Collation?.Name.Contains('.', StringComparison.Ordinal) != true
        && part.OperatorClass?.AsSpan().ContainsAny('.', '"', '(') != true
        && (index.Method is null || (part is { IsDescending: false, NullsOrder: null })));

    private static NullsOrder? Order(string? member) => member switch
    {
        First => NullsOrder.First,
        Last => NullsOrder.Last,
        _ => null,
    };

    private static Array NullSortOrders(TableIndex index)
    {
        var type = ProviderValue.TypeOf(NpgsqlAnnotations.Provider, NpgsqlAnnotations.Metadata + "NullSortOrder");
        var orders = Array.CreateInstance(type, index.Parts.Count);
        for (var i = 0; i < orders.Length; i++)
        {
            var member = index.Parts[i].NullsOrder switch
            {
                NullsOrder.First => First,
                NullsOrder.Last => Last,
                _ => "Unspecified",
            };
            orders.SetValue(Enum.Parse(type, member), i);
        }

        return orders;
    }

    private static IEnumerable<object?> Values(ITableIndex index, string annotation)
        => index.FindAnnotation(annotation)?.Value switch
        {
            string text => [text],
            IEnumerable values => values.Cast<object?>(),
            _ => [],
        };
}
