using System.Data.Common;
using Autogen.Design.Planning;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>Reads, of a live database, the rows that have the keys of the model's rows, and those that a revision has inserted.</summary>
internal static class SeedDataReader
{
    private const int KeysAQuery = 500;

    /// <summary>The live schema with those rows; tables that are not there yet, and columns that are not, are passed over.</summary>
    /// <param name="context">The context of the model.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="connection">The open connection.</param>
    /// <param name="there">The database.</param>
    /// <param name="wanted">The model.</param>
    /// <param name="inserted">The rows of a table that revisions inserted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DatabaseSchema> ReadLiveAsync(
        DbContext context,
        Dialect dialect,
        DbConnection connection,
        DatabaseSchema there,
        DatabaseSchema wanted,
        Func<ObjectName, IReadOnlyList<IReadOnlyDictionary<string, object?>>> inserted,
        CancellationToken cancellationToken)
    {
        var relational = DesignModel.Of(context).GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, there.DefaultSchema.Value);
        var rows = new Dictionary<ObjectName, EquatableList<SeedRow>>();
        if (!wanted.Tables.Any(table => table.SeedRows.Count > 0) && !there.Tables.Any(table => inserted(table.Name).Count > 0))
            return there;

        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        foreach (var table in wanted.Tables.Where(table => table.SeedRows.Count > 0))
        {
            if (there.FindTable(table.Name) is { } live && relational.Tables.FirstOrDefault(candidate => scope.Name(candidate.Schema, candidate.Name) == table.Name) is { } model)
                rows[table.Name] = await ReadAsync(scope, connection, there, live, table, model, cancellationToken);
        }

        foreach (var live in there.Tables.Where(table => inserted(table.Name).Count > 0))
        {
            var own = await new RevisionRowReader(scope, live, relational.Tables.FirstOrDefault(candidate => scope.Name(candidate.Schema, candidate.Name) == live.Name)).ReadAsync(connection, inserted(live.Name), cancellationToken);
            rows[live.Name] = Joined(rows.GetValueOrDefault(live.Name), own, wanted.FindTable(live.Name));
        }

        return there with { Tables = there.Tables.Select(table => rows.TryGetValue(table.Name, out var own) ? table with { SeedRows = own } : table).ToEquatableList() };
    }

    private static async Task<EquatableList<SeedRow>> ReadAsync(
        ModelScope scope, DbConnection connection, DatabaseSchema there, Table live, Table wanted, ITable model, CancellationToken cancellationToken)
    {
        var columns = wanted.SeedRows.SelectMany(row => row.Key.Concat(row.Values)).Select(value => value.Column).Distinct(StringComparer.Ordinal)
            .Where(name => live.FindColumn(name) is not null)
            .Select(name => model.Columns.First(column => string.Equals(scope.Identifier(column.Name), name, StringComparison.Ordinal)))
            .ToList();
        if (!wanted.SeedRows[0].Key.All(key => columns.Exists(column => string.Equals(scope.Identifier(column.Name), key.Column, StringComparison.Ordinal))))
            return [];

        var asTexts = wanted.SeedRows[0].Key.Select(key => key.Column).Where(column => IsComparedAsText(scope, there, live, wanted, column)).ToHashSet(StringComparer.Ordinal);
        List<(string Key, SeedRow Row, List<SeedValue> Exactly)> read = [];
        foreach (var part in wanted.SeedRows.Chunk(KeysAQuery))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT {string.Join(", ", columns.Select(column => scope.Dialect.Quote(scope.Identifier(column.Name))))} FROM {scope.Dialect.Quote(live.Name)} "
                + $"WHERE {string.Join(" OR ", part.Select(row => Condition(scope.Dialect, live, row, asTexts)))}";
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                List<SeedValue> Read(bool isExact)
                    => [.. columns.Select((column, ordinal) => SeedColumns.Read(scope, reader, ordinal, live.FindColumn(scope.Identifier(column.Name))!, SeedColumns.MappingOf(scope, column), isExact))]; // is there: chosen so
                var values = Read(isExact: false).ToDictionary(value => value.Column, StringComparer.Ordinal);
                var key = wanted.SeedRows[0].Key.Select(part => values[part.Column]).ToEquatableList();
                var others = values.Values.Where(value => !key.Contains(value)).OrderBy(value => value.Column, StringComparer.Ordinal);
                read.Add((SeedColumns.KeyText(key), new SeedRow(key, others.ToEquatableList()), Read(isExact: true)));
            }
        }

        // Where the table has another key than the model, several rows may have the model's: the one that is most like it is meant.
        var candidates = read.ToLookup(row => row.Key, StringComparer.Ordinal);
        var found = wanted.SeedRows.Where(row => candidates.Contains(SeedColumns.KeyText(row.Key)))
            .ToDictionary(row => SeedColumns.KeyText(row.Key), row => candidates[SeedColumns.KeyText(row.Key)].MaxBy(candidate => Likeness(candidate.Row, row)), StringComparer.Ordinal);

        // In the model's order, and with what the model says of that row only: other columns are the application's. What differs is told as it is, so that the way back brings it back.
        return wanted.SeedRows
            .Where(row => found.ContainsKey(SeedColumns.KeyText(row.Key)))
            .Select(row => found[SeedColumns.KeyText(row.Key)] is var own
                ? own.Row with { Values = own.Row.Values.Where(value => row.Values.Any(other => IsOf(other, value))).Select(value => row.Values.Contains(value) ? value : own.Exactly.First(other => IsOf(other, value))).ToEquatableList() }
                : row)
            .ToEquatableList();

        static bool IsOf(SeedValue one, SeedValue other) => string.Equals(one.Column, other.Column, StringComparison.Ordinal);
    }

    // A row that the model has, too, brings what it holds in columns that go; one that the model has not comes as it is. The model may tell rows from each other by other columns than the table's key has.
    private static EquatableList<SeedRow> Joined(EquatableList<SeedRow> ofModel, IReadOnlyCollection<RevisionRow> inserted, Table? wanted)
    {
        bool Goes(SeedValue value) => wanted?.FindColumn(value.Column) is not { Generated: null };
        var columns = (wanted?.SeedRows ?? []).Take(1).SelectMany(row => row.Key).Select(value => value.Column).ToList();
        var own = inserted.ToLookup(row => KeyOf(row.InTheModelsWords, columns), StringComparer.Ordinal);
        SeedRow? Own(SeedRow row) => own[SeedColumns.KeyText(row.Key)].MaxBy(candidate => Likeness(candidate.InTheModelsWords, row))?.Row;
        var joined = ofModel.Select(row => Own(row) is { } found
            ? row with { Values = row.Values.Concat(found.Key.Concat(found.Values).Where(Goes)).OrderBy(value => value.Column, StringComparer.Ordinal).ToEquatableList() }
            : row);
        var known = ofModel.Select(Own).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. joined, .. inserted.Select(row => row.Row).Where(row => !known.Contains(row))];
    }

    private static int Likeness(SeedRow row, SeedRow other) => row.Key.Concat(row.Values).Count(other.Key.Concat(other.Values).Contains);

    private static string? KeyOf(SeedRow row, List<string> columns)
    {
        var values = columns.ConvertAll(column => row.Key.Concat(row.Values).FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal)));
        return values.Contains(null) ? null : SeedColumns.KeyText(values.OfType<SeedValue>());
    }

    // A database that is strict about types refuses a literal that the column can't hold yet: one of another type, or a label that is still to come.
    private static bool IsComparedAsText(ModelScope scope, DatabaseSchema there, Table live, Table wanted, string column)
        => scope.Dialect.Capabilities.EnumTypes
            && live.FindColumn(column) is { } own
            && ((wanted.FindColumn(column)?.Type != own.Type && !(IsNumber(scope, own.Type) && IsNumber(scope, wanted.FindColumn(column)?.Type ?? ""))) || there.EnumTypes.Any(type => TypeNames.IsOf(own.Type, type.Name, there.DefaultSchema.Value)));

    // Numbers of different types compare with each other; their texts need not (1 and 1.0).
    private static bool IsNumber(ModelScope scope, string storeType)
        => scope.TypeMappings.FindMapping(storeType)?.ClrType is { } type && (type == typeof(short) || type == typeof(int) || type == typeof(long) || type == typeof(decimal) || type == typeof(float) || type == typeof(double));

    private static string Condition(Dialect dialect, Table live, SeedRow row, HashSet<string> asTexts)
        => "(" + string.Join(" AND ", row.Key.Select(value => asTexts.Contains(value.Column)
            ? dialect.EqualTexts(dialect.Quote(value.Column), value.Literal)
            : $"{dialect.Quote(value.Column)} {dialect.EqualsOperator(live.FindColumn(value.Column)!)} {value.Literal}")) + ")"; // is there: the caller has looked
}
