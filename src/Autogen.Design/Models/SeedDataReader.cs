using System.Data.Common;
using System.Reflection;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Reads, of a live database, the rows that have the keys of the model's rows.</summary>
internal static class SeedDataReader
{
    private const int KeysAQuery = 500;
    private static readonly MethodInfo getFieldValue = typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!; // is there

    /// <summary>The live schema with those rows; tables that are not there yet, and columns that are not, are passed over.</summary>
    public static async Task<DatabaseSchema> ReadLiveAsync(
        DbContext context, Dialect dialect, DbConnection connection, DatabaseSchema there, DatabaseSchema wanted, CancellationToken cancellationToken)
    {
        var relational = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, there.DefaultSchema.Value);
        var rows = new Dictionary<ObjectName, EquatableList<SeedRow>>();
        foreach (var table in wanted.Tables.Where(table => table.SeedRows.Count > 0))
        {
            if (there.FindTable(table.Name) is { } live && relational.Tables.FirstOrDefault(candidate => scope.Name(candidate.Schema, candidate.Name) == table.Name) is { } model)
                rows[table.Name] = await ReadAsync(scope, connection, live, table, model, cancellationToken);
        }

        return there with { Tables = there.Tables.Select(table => rows.TryGetValue(table.Name, out var own) ? table with { SeedRows = own } : table).ToEquatableList() };
    }

    private static async Task<EquatableList<SeedRow>> ReadAsync(
        ModelScope scope, DbConnection connection, Table live, Table wanted, ITable model, CancellationToken cancellationToken)
    {
        var columns = wanted.SeedRows.SelectMany(row => row.Key.Concat(row.Values)).Select(value => value.Column).Distinct(StringComparer.Ordinal)
            .Where(name => live.FindColumn(name) is not null)
            .Select(name => model.Columns.First(column => string.Equals(scope.Identifier(column.Name), name, StringComparison.Ordinal)))
            .ToList();
        if (!wanted.SeedRows[0].Key.All(key => columns.Exists(column => string.Equals(scope.Identifier(column.Name), key.Column, StringComparison.Ordinal))))
            return [];

        var found = new Dictionary<string, SeedRow>(StringComparer.Ordinal);
        foreach (var part in wanted.SeedRows.Chunk(KeysAQuery))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT {string.Join(", ", columns.Select(column => scope.Dialect.Quote(scope.Identifier(column.Name))))} FROM {scope.Dialect.Quote(live.Name)} "
                + $"WHERE {string.Join(" OR ", part.Select(row => Condition(scope.Dialect, row)))}";
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var values = columns.Select((column, ordinal) => SeedColumns.Value(scope, column, Value(scope, reader, ordinal, column)))
                    .ToDictionary(value => value.Column, StringComparer.Ordinal);
                var key = wanted.SeedRows[0].Key.Select(part => values[part.Column]).ToEquatableList();
                var others = values.Values.Where(value => !key.Contains(value)).OrderBy(value => value.Column, StringComparer.Ordinal);
                found[SeedColumns.KeyText(key)] = new SeedRow(key, others.ToEquatableList());
            }
        }

        // In the model's order, and with what the model says of that row only: other columns are the application's.
        return wanted.SeedRows
            .Where(row => found.ContainsKey(SeedColumns.KeyText(row.Key)))
            .Select(row => found[SeedColumns.KeyText(row.Key)] is var own
                ? own with { Values = own.Values.Where(value => row.Values.Any(other => string.Equals(other.Column, value.Column, StringComparison.Ordinal))).ToEquatableList() }
                : row)
            .ToEquatableList();
    }

    private static string Condition(Dialect dialect, SeedRow row)
        => "(" + string.Join(" AND ", row.Key.Select(value => $"{dialect.Quote(value.Column)} = {value.Literal}")) + ")";

    private static object? Value(ModelScope scope, DbDataReader reader, int ordinal, IColumn column)
    {
        if (reader.IsDBNull(ordinal))
            return null;
        var mapping = SeedColumns.MappingOf(scope, column);
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        try
        {
            return getFieldValue.MakeGenericMethod(Nullable.GetUnderlyingType(type) ?? type).Invoke(reader, [ordinal]);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidCastException or FormatException)
        {
            // The live column still has another type than the model's: what it holds differs, whatever it is.
            return Convert.ChangeType(reader.GetValue(ordinal), typeof(string), System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
