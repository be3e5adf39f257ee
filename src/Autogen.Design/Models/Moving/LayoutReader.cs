using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Models.Moving;

/// <summary>
/// Gives both schemas the types whose rows are stored in one way and wanted in another. Rows are read only where the values of a column
/// decide: by a discriminator that the model has no longer.
/// </summary>
internal static class LayoutReader
{
    private const int Limit = 100;

    /// <summary>Reads them.</summary>
    /// <param name="context">The context of the model.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="connection">The open connection.</param>
    /// <param name="current">The database.</param>
    /// <param name="target">The model.</param>
    /// <param name="renames">What has another name in the model.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<(DatabaseSchema Current, DatabaseSchema Target)> ReadAsync(
        DbContext context,
        Dialect dialect,
        DbConnection connection,
        DatabaseSchema current,
        DatabaseSchema target,
        RenamedParts renames,
        CancellationToken cancellationToken)
    {
        if (current.Tables.Count == 0)
            return (current, target);
        var scope = new ModelScope(context, dialect, DesignModel.Of(context).GetRelationalModel(), current.DefaultSchema.Value);
        var live = new LiveTables(dialect, current, target, renames);
        List<LiveEntity> entities = [];
        foreach (var shape in new ShapeReader(scope, target).Read())
        {
            if (new LayoutGuess(shape, live).Guess() is not { } layout)
                continue;
            if (layout.Undistinguished is { } table)
                layout = await DistinguishAsync(dialect, connection, layout, table, cancellationToken);
            foreach (var entity in layout?.Entities ?? [])
                entities.Add(entity with { Stored = await RequireDocumentsAsync(dialect, connection, entity.Stored, cancellationToken) });
        }

        return (
            current with { Entities = new(entities.Select(entity => entity.Stored).ToEquatableList()) },
            target with { Entities = new(entities.Select(entity => entity.Type.Stored!).ToEquatableList()) }); // only such are found
    }

    private static async Task<LiveLayout?> DistinguishAsync(
        Dialect dialect, DbConnection connection, LiveLayout layout, Table table, CancellationToken cancellationToken)
    {
        List<LiveLayout> found = [];
        foreach (var column in layout.Discriminators.Where(column => column.EqualsSchema.Value is null))
        {
            var values = await ValuesAsync(dialect, connection, table.Name, dialect.Quote(column.Name), cancellationToken);
            if (values is { Count: <= Limit } && DiscriminatorGuess.Of(dialect, layout, column, values) is { } distinguished)
                found.Add(distinguished);
        }

        return found is [var one] ? one : null;
    }

    // A column that holds something else than objects is no document of the type.
    private static async Task<StoredEntity> RequireDocumentsAsync(
        Dialect dialect, DbConnection connection, StoredEntity entity, CancellationToken cancellationToken)
    {
        List<StoredPart> parts = [];
        foreach (var part in entity.Parts)
        {
            List<StoredValue> values = [];
            foreach (var value in part.Values)
            {
                if (value.Members.Count == 0
                    || await ValuesAsync(dialect, connection, part.Table, $"CAST({dialect.Quote(value.Column)} AS text)", cancellationToken)
                        is { } texts && texts.Take(Limit).All(IsObject))
                    values.Add(value);
            }

            parts.Add(part with { Values = values.ToEquatableList() });
        }

        return entity with { Parts = parts.ToEquatableList() };
    }

    private static bool IsObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object or JsonValueKind.Null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The texts of the first distinct values; null if they can't be read.
    private static async Task<IReadOnlyList<string>?> ValuesAsync(
        Dialect dialect, DbConnection connection, ObjectName table, string expression, CancellationToken cancellationToken)
    {
        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText =
                $"SELECT DISTINCT {expression} FROM {dialect.Quote(table)} WHERE {expression} IS NOT NULL LIMIT {Limit + 1}";
            var values = new List<string>();
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture) ?? "");
            return values;
        }
        catch (DbException)
        {
            // Who may not read the rows, or asks for values that have no equality, does not know which types they are of.
            return null;
        }
    }
}
