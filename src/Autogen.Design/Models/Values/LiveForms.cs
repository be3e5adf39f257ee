using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Models.Values;

/// <summary>
/// Reads how the values look that are in columns whose type is about to change. Only such columns are asked, and of each only the first
/// rows and a few distinct values.
/// </summary>
internal static class LiveForms
{
    /// <summary>The number of rows that are looked at.</summary>
    public const int Rows = 100_000;

    /// <summary>The number of distinct values that are read.</summary>
    public const int Values = 200;

    /// <summary>The live schema with the forms of those columns.</summary>
    /// <param name="context">The context of the model.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="connection">The open connection.</param>
    /// <param name="current">The database.</param>
    /// <param name="target">The model.</param>
    /// <param name="renames">What has another name in the model.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DatabaseSchema> ReadAsync(
        DbContext context,
        Dialect dialect,
        DbConnection connection,
        DatabaseSchema current,
        DatabaseSchema target,
        RenamedParts renames,
        CancellationToken cancellationToken)
    {
        ModelScope? scope = null;
        List<Table> tables = [];
        foreach (var live in current.Tables)
        {
            var pair = SeededTable.Of(renames, live, target);
            Dictionary<string, ValueForm> forms = new(StringComparer.Ordinal);
            foreach (var wanted in pair.Target?.Columns ?? [])
            {
                if (wanted.Values.Value is not { } form
                    || pair.LiveColumn(wanted.Name) is not { } column
                    || !Changes(dialect, column, wanted))
                    continue;
                scope ??= new ModelScope(context, dialect, DesignModel.Of(context).GetRelationalModel(), current.DefaultSchema.Value);
                var labels = current.EnumTypes
                    .FirstOrDefault(type => column.Type.IsNamed(type.Name, current.DefaultSchema.Value))?.Labels;
                var storage = labels is null ? scope.TypeMappings.FindMapping(column.Type.Text)?.ClrType : typeof(string);
                if (storage == typeof(char))
                    storage = typeof(string);
                var isRead = IsRead(dialect, storage) && column.EqualsSchema.Value is null;
                var observed = labels?.ToList<object>()
                    ?? (isRead ? await ReadAsync(dialect, connection, live, column, cancellationToken) : []);
                forms[column.Name] = new LiveForm(dialect, form, storage, observed, wanted)
                {
                    EngineVersion = connection.ServerVersion,
                }.Guess();
            }

            tables.Add(forms.Count == 0 ? live : live with
            {
                Columns = live.Columns
                    .Select(column => forms.TryGetValue(column.Name, out var form)
                        ? column with { Values = new Hint<ValueForm>(form) }
                        : column)
                    .ToEquatableList()
            });
        }

        return current with { Tables = tables.ToEquatableList() };
    }

    private static bool Changes(Dialect dialect, Column live, Column wanted)
        => wanted.Generated is null && live.Generated is null && !live.Type.IsArray && !wanted.Type.IsArray
            && dialect.SameType(live.Type, wanted.Type).Verdict != FacetVerdict.Same;

    // What has a type of its own has one form only; a column of a database that takes any value may have several. Values of an extension's
    // type are compared by functions of that extension, which reading does not run.
    private static bool IsRead(Dialect dialect, Type? storage)
        => dialect.KeepsForeignValues || storage == typeof(string) || storage == typeof(short) || storage == typeof(int)
            || storage == typeof(long);

    private static async Task<List<object>> ReadAsync(
        Dialect dialect, DbConnection connection, Table table, Column column, CancellationToken cancellationToken)
    {
        var name = dialect.Quote(column.Name);
        List<object> values = [];
        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT DISTINCT {name} FROM (SELECT {name} FROM {dialect.Quote(table.Name)} WHERE {name} IS NOT NULL "
            + $"LIMIT {Rows}) AS part LIMIT {Values}";
        try
        {
            using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                values.Add(reader.GetValue(0));
        }
        catch (DbException exception) when (exception.SqlState is InsufficientPrivilege or QueryCanceled or UndefinedFunction)
        {
            // Who may not read the rows can compare the schemas all the same; and values of some types have no equality (json).
            return [];
        }

        return values;
    }

    // The SQL standard's classes 42 and 57, as PostgreSQL uses them.
    private const string InsufficientPrivilege = "42501";
    private const string UndefinedFunction = "42883";
    private const string QueryCanceled = "57014";
}
