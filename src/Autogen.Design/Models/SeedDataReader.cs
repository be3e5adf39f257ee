using System.Data.Common;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Rows;
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

    /// <summary>The live schema with those rows; tables that do not exist yet, and columns that are not, are passed over.</summary>
    /// <param name="context">The context of the model.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="connection">The open connection.</param>
    /// <param name="current">The database.</param>
    /// <param name="target">The model.</param>
    /// <param name="renames">What has another name in the model: rows are looked up where they are.</param>
    /// <param name="inserted">The rows of a table that revisions inserted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DatabaseSchema> ReadLiveAsync(
        DbContext context,
        Dialect dialect,
        DbConnection connection,
        DatabaseSchema current,
        DatabaseSchema target,
        RenamedParts renames,
        Func<ObjectName, IReadOnlyList<IReadOnlyDictionary<string, object?>>> inserted,
        CancellationToken cancellationToken)
    {
        var relational = DesignModel.Of(context).GetRelationalModel();
        var scope = new ModelScope(context, dialect, relational, current.DefaultSchema.Value);
        ITable? ModelOf(Table? table)
            => relational.Tables.FirstOrDefault(
                candidate => table is not null && scope.Name(candidate.Schema, candidate.Name) == table.Name);
        var rows = new Dictionary<ObjectName, EquatableList<SeedRow>>();
        if (!target.Tables.Any(table => table.SeedRows.Count > 0) && !current.Tables.Any(table => inserted(table.Name).Count > 0))
            return current;

        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        foreach (var table in current.Tables.Select(live => SeededTable.Of(renames, live, target)))
        {
            var model = ModelOf(table.Target);
            var ofModel = table.Target is { SeedRows.Count: > 0 } && model is not null
                ? await ReadAsync(scope, connection, current, table, table.Target, model, cancellationToken)
                : [];
            IReadOnlyCollection<RevisionRow> own = inserted(table.Live.Name) is { Count: > 0 } ofRevisions
                ? await new RevisionRowReader(scope, table, model).ReadAsync(connection, ofRevisions, cancellationToken)
                : [];
            if (ofModel.Count + own.Count > 0)
                rows[table.Live.Name] = Joined(table, ofModel, own);
        }

        return current with
        {
            Tables = current.Tables
                .Select(table => rows.TryGetValue(table.Name, out var own) ? table with { SeedRows = own } : table)
                .ToEquatableList()
        };
    }

    // In the model's names.
    private static async Task<EquatableList<SeedRow>> ReadAsync(
        ModelScope scope,
        DbConnection connection,
        DatabaseSchema current,
        SeededTable table,
        Table target,
        ITable model,
        CancellationToken cancellationToken)
    {
        var columns = target.SeedRows.SelectMany(row => row.Key.Concat(row.Values))
            .Select(value => value.Column)
            .Distinct(StringComparer.Ordinal)
            .Where(name => table.LiveColumn(name) is not null)
            // chosen so
            .Select(name => (
                Model: model.Columns.First(column => string.Equals(scope.Identifier(column.Name), name, StringComparison.Ordinal)),
                Name: name,
                Live: table.LiveColumn(name)!))
            .ToList();
        if (!target.SeedRows[0].Key.All(key => columns.Exists(column => string.Equals(column.Name, key.Column, StringComparison.Ordinal))))
            return [];

        var asTexts = target.SeedRows[0].Key
            .Select(key => key.Column)
            .Where(column => IsComparedAsText(scope, current, table, target, column))
            .ToHashSet(StringComparer.Ordinal);
        var pool = new SeedPool(target.SeedRows);
        List<(string Key, SeedRow Row, List<SeedValue> Exactly)> read = [];
        foreach (var part in target.SeedRows.Chunk(KeysAQuery))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT {string.Join(", ", columns.Select(column => scope.Dialect.Quote(column.Live.Name)))} "
                    + $"FROM {scope.Dialect.Quote(table.Live.Name)} "
                + $"WHERE {string.Join(" OR ", part.Select(row => Condition(scope.Dialect, table, row, asTexts)))}";
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                List<SeedValue> Read(bool isExact)
                    => [.. columns.Select((column, ordinal) => pool.Shared(
                        SeedColumns.Read(
                            scope,
                            reader,
                            ordinal,
                            column.Live with { Name = column.Name },
                            SeedColumns.MappingOf(scope, column.Model),
                            isExact)))];
                var values = Read(isExact: false).ToDictionary(value => value.Column, StringComparer.Ordinal);
                var key = target.SeedRows[0].Key.Select(part => values[part.Column]).ToEquatableList();
                var others = values.Values.Where(value => !key.Contains(value)).OrderBy(value => value.Column, StringComparer.Ordinal);
                read.Add((SeedColumns.KeyText(key), new SeedRow(key, others.ToEquatableList()), Read(isExact: true)));
            }
        }

        // Where the table has another key than the model, several rows may have the model's: the one that is most like it is meant.
        var candidates = read.ToLookup(row => row.Key, StringComparer.Ordinal);
        var found = target.SeedRows.Where(row => candidates.Contains(SeedColumns.KeyText(row.Key)))
            .ToDictionary(
                row => SeedColumns.KeyText(row.Key),
                row => candidates[SeedColumns.KeyText(row.Key)].MaxBy(candidate => Likeness(candidate.Row, row)),
                StringComparer.Ordinal);

        // In the model's order, and with what the model says of that row only: other columns are the application's. What differs is told as
        // it is, so that the way back brings it back.
        return target.SeedRows
            .Where(row => found.ContainsKey(SeedColumns.KeyText(row.Key)))
            .Select(row => found[SeedColumns.KeyText(row.Key)] is var own
                ? own.Row with
                {
                    Values = own.Row.Values.Where(value => row.Values.Any(other => IsOf(other, value)))
                        .Select(value => row.Values.Contains(value) ? value : own.Exactly.First(other => IsOf(other, value)))
                        .ToEquatableList()
                }
                : row)
            .ToEquatableList();

        static bool IsOf(SeedValue one, SeedValue other) => string.Equals(one.Column, other.Column, StringComparison.Ordinal);
    }

    // A row that the model has, too, brings what it holds in dropped columns; one that the model has not comes as it is. The model may tell
    // rows from each other by other columns than the table's key has.
    private static EquatableList<SeedRow> Joined(
        SeededTable table, EquatableList<SeedRow> ofModel, IReadOnlyCollection<RevisionRow> inserted)
    {
        bool Goes(SeedValue value) => SeededTable.IsGone(value.Column) || table.Target?.FindColumn(value.Column) is not { Generated: null };
        var columns = (table.Target?.SeedRows ?? []).Take(1).SelectMany(row => row.Key).Select(value => value.Column).ToList();
        var all =
            inserted.Select(row => (Row: table.InModelNames(row.Row), InTheModelsWords: table.InModelNames(row.InTheModelsWords))).ToList();
        var own = all.ToLookup(row => KeyOf(row.InTheModelsWords, columns), StringComparer.Ordinal);
        SeedRow? Own(SeedRow row)
            => own[SeedColumns.KeyText(row.Key)]
                .OrderByDescending(candidate => Likeness(candidate.InTheModelsWords, row))
                .Select(candidate => candidate.Row)
                .FirstOrDefault();
        var joined = ofModel.Select(row => Own(row) is { } found
            ? row with
            {
                Values = row.Values.Concat(found.Key.Concat(found.Values).Where(Goes))
                    .OrderBy(value => SeededTable.NameOf(value.Column), StringComparer.Ordinal)
                    .ToEquatableList()
            }
            : row);
        var known = ofModel.Select(Own).ToHashSet(ReferenceEqualityComparer.Instance);
        return joined.Concat(all.Select(row => row.Row).Where(row => !known.Contains(row))).Select(table.InLiveNames).ToEquatableList();
    }

    private static int Likeness(SeedRow row, SeedRow other) => row.Key.Concat(row.Values).Count(other.Key.Concat(other.Values).Contains);

    private static string? KeyOf(SeedRow row, List<string> columns)
    {
        var values = columns.ConvertAll(
            column => row.Key.Concat(row.Values).FirstOrDefault(value => string.Equals(value.Column, column, StringComparison.Ordinal)));
        return values.Contains(null) ? null : SeedColumns.KeyText(values.OfType<SeedValue>());
    }

    // A database that is strict about types refuses a literal that the column can't hold yet: one of another type, or
    // a label that is still to come.
    private static bool IsComparedAsText(ModelScope scope, DatabaseSchema current, SeededTable table, Table target, string column)
        => scope.Dialect.ComparesSameTypesOnly
            && table.LiveColumn(column) is { } own
            && ((target.FindColumn(column)?.Type != own.Type
                    && !(IsNumber(scope, own.Type.Text) && IsNumber(scope, target.FindColumn(column)?.Type.Text ?? "")))
                || current.EnumTypes.Any(type => own.Type.IsNamed(type.Name, current.DefaultSchema.Value)));

    // Numbers of different types compare with each other; their texts need not (1 and 1.0).
    private static bool IsNumber(ModelScope scope, string storeType)
        => scope.TypeMappings.FindMapping(storeType)?.ClrType is { } type
            && (type == typeof(short)
                || type == typeof(int)
                || type == typeof(long)
                || type == typeof(decimal)
                || type == typeof(float)
                || type == typeof(double));

    private static string Condition(Dialect dialect, SeededTable table, SeedRow row, HashSet<string> asTexts)
        // the key's columns are there
        => "("
            + string.Join(
                " AND ",
                row.Key.Select(value => Condition(dialect, table.LiveColumn(value.Column)!, value, asTexts.Contains(value.Column))))
            + ")";

    private static string Condition(Dialect dialect, Column live, SeedValue value, bool asText)
        => asText
            ? dialect.EqualTexts(dialect.Quote(live.Name), value.Literal)
            : $"{dialect.Quote(live.Name)} {dialect.EqualsOperator(live)} {value.Literal}";
}
