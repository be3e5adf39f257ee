using System.Data.Common;
using Autogen.Schema.Dialects;

namespace Autogen.Schema.PostgreSql;

/// <summary>Asks the catalogue which relations and functions exist, in one round trip.</summary>
internal static class PostgreSqlMappedObjects
{
    /// <summary>The objects that do not exist.</summary>
    public static async Task<IReadOnlyList<MappedObject>> FindMissingAsync(
        DbConnection connection, IReadOnlyList<MappedObject> objects, CancellationToken cancellationToken)
    {
        if (objects.Count == 0)
            return [];
        using var command = connection.CreateCommand();
        command.CommandText = PostgreSqlQueries.Load("existing");
        Add(command, objects.Select(item => item.IsRelation).ToArray());
        Add(command, objects.Select(item => item.Name.Schema).ToArray());
        Add(command, objects.Select(item => item.Name.Name).ToArray());
        var existing = new HashSet<int>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            existing.Add(reader.GetInt32(0));
        return [.. objects.Where((_, index) => !existing.Contains(index + 1))];
    }

    private static void Add(DbCommand command, object value)
    {
        var parameter = command.CreateParameter();
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
