using System.Data.Common;
using System.Reflection;
using Autogen.Design.Ownership;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Design.Models;

/// <summary>A row that a revision has inserted.</summary>
/// <param name="Row">As it is.</param>
/// <param name="InTheModelsWords">With its values as the model would write them.</param>
internal sealed record RevisionRow(SeedRow Row, SeedRow InTheModelsWords);

/// <summary>Reads, of a live table, the rows that revisions have inserted, as they are now.</summary>
/// <param name="scope">The model; the table need not be in it.</param>
/// <param name="table">The table.</param>
/// <param name="model">The model's table; <see langword="null"/> where it has none.</param>
internal sealed class RevisionRowReader(ModelScope scope, SeededTable table, ITable? model)
{
    private const int KeysAQuery = 500;

    private readonly Table live = table.Live;

    /// <summary>Reads them, with the columns that the revisions gave values to and that exist still.</summary>
    public async Task<IReadOnlyCollection<RevisionRow>> ReadAsync(
        DbConnection connection, IReadOnlyList<IReadOnlyDictionary<string, object?>> inserted, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RevisionRow>(StringComparer.Ordinal);
        var pool = new SeedPool(table.Target?.SeedRows ?? []);
        if (live.PrimaryKey is not { } key)
            return [];
        foreach (var group in inserted.Where(row => key.Columns.All(column => row.GetValueOrDefault(column) is not null)).GroupBy(
            row => string.Join('\0', row.Keys.Order(StringComparer.Ordinal)), StringComparer.Ordinal))
        {
            var columns = group.First().Keys
                .Where(name => live.FindColumn(name) is { Generated: null })
                .Order(StringComparer.Ordinal)
                .ToList();
            var mappings = columns.ConvertAll(column => ModelMapping(column)
                ?? Mapping(column, group.Select(row => row[column]).FirstOrDefault(value => value is not null and not SqlLiteral)));
            foreach (var rows in group.Chunk(KeysAQuery))
            {
                using var command = connection.CreateCommand();
                var conditions = rows.Select(
                    row => "(" + string.Join(" AND ", key.Columns.Select(column => Condition(column, row[column]))) + ")");
                command.CommandText =
                    $"SELECT {string.Join(", ", columns.Select(scope.Dialect.Quote))} FROM {scope.Dialect.Quote(live.Name)} "
                        + $"WHERE {string.Join(" OR ", conditions)}";
                using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    SeedRow Read(bool isExact)
                    {
                        var values = columns
                            .Select((column, ordinal) => pool.Shared(
                                // is there: chosen so
                                SeedColumns.Read(scope, reader, ordinal, live.FindColumn(column)!, mappings[ordinal], isExact)))
                            .ToList();
                        var own = key.Columns.Select(column => values[columns.IndexOf(column)]).ToEquatableList();
                        return new SeedRow(
                            own, values.Where(value => !key.Columns.Contains(value.Column, StringComparer.Ordinal)).ToEquatableList());
                    }

                    var row = Read(isExact: true);
                    found[SeedColumns.KeyText(row.Key)] = new RevisionRow(row, Read(isExact: false));
                }
            }
        }

        return found.Values;
    }

    // A database that is strict about types refuses to compare a value with a column that has become one of another kind.
    private string Condition(string column, object? value)
    {
        var name = scope.Dialect.Quote(column);
        return scope.Dialect.ComparesSameTypesOnly
            && value is not (null or SqlLiteral)
            && scope.TypeMappings.FindMapping(value.GetType()) is { } own
            && scope.TypeMappings.FindMapping(live.FindColumn(column)!.Type.Text) is { } mapping
            && KindOf(SeedColumns.TypeOf(mapping)) != KindOf(value.GetType()) // is there: the caller's columns are
                ? scope.Dialect.EqualTexts(name, SeedColumns.Value(column, own, Stored(own, value)).Literal)
                : $"{name} {scope.Dialect.EqualsOperator(live.FindColumn(column)!)} {Literal(column, value)}"; // likewise
    }

    private static Type KindOf(Type type)
        => type == typeof(byte[]) || type == typeof(Guid) ? type
            : type == typeof(string) || type == typeof(char) ? typeof(string)
            : typeof(object);

    // By the value's own type: revisions may have given values of several, to one column after another.
    private string Literal(string column, object? value)
    {
        if (value is SqlLiteral literal)
            return literal.Text;
        var mapping = Mapping(column, value);
        return SeedColumns.Value(column, mapping, Stored(mapping, value)).Literal;
    }

    // A revision written by hand may give an enum to a column of numbers, or a Guid to one of texts.
    private static object? Stored(RelationalTypeMapping mapping, object? value)
        => value is not null && mapping.Converter is { } converter && converter.ModelClrType.IsInstanceOfType(value)
            ? converter.ConvertToProvider(value)
            : value;

    // A row is the model's if its key is written as the model writes keys.
    private RelationalTypeMapping? ModelMapping(string column)
        => model?.Columns.FirstOrDefault(
            candidate => string.Equals(scope.Identifier(candidate.Name), table.ModelName(column), StringComparison.Ordinal)) is { } found
            ? SeedColumns.MappingOf(scope, found)
            : null;

    // The type that the revision gave, if the column still takes it; else the store type's own.
    private RelationalTypeMapping Mapping(string column, object? sample)
    {
        var storeType = live.FindColumn(column)!.Type.Text; // is there: the caller's columns are
        return (sample is null ? null : scope.TypeMappings.FindMapping(sample.GetType(), storeType))
            ?? scope.TypeMappings.FindMapping(storeType)
            ?? scope.TypeMappings.FindMapping(typeof(string))!; // every provider maps text
    }
}
