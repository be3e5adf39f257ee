using System.Data.Common;
using System.Globalization;
using Autogen.Operations;
using Autogen.Schema.Sql;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Drivers.Sqlite;

/// <summary>
/// SQLite's <c>foreign_key_check</c> of the tables that a revision concerns, before it and after it: rows that refer to rows that do not
/// exist, and foreign keys whose parent columns are not unique, which SQLite calls a mismatch. Only new ones are the revision's doing; the
/// tables are asked one by one, because a mismatch in one of them ends a check of all.
/// </summary>
internal sealed class ForeignKeyCheck
{
    private const int Listed = 5;

    private readonly DbConnection connection;
    private readonly IReadOnlyList<MigrationOperation> operations;
    private readonly Dictionary<string, int> known;

    private ForeignKeyCheck(DbConnection connection, IReadOnlyList<MigrationOperation> operations, Dictionary<string, int> known)
        => (this.connection, this.operations, this.known) = (connection, operations, known);

    /// <summary>Notes what is violated before a revision's operations run.</summary>
    public static async Task<ForeignKeyCheck> BeginAsync(
        DbConnection connection, IReadOnlyList<MigrationOperation> operations, CancellationToken cancellationToken)
    {
        var check = new ForeignKeyCheck(connection, operations, new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        foreach (var violation in await check.ViolationsAsync(check.Renamed, cancellationToken).ConfigureAwait(false))
            check.known[violation] = check.known.GetValueOrDefault(violation) + 1;
        return check;
    }

    /// <summary>Refuses what was not violated before.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ForeignKeyViolated"/>.</exception>
    public async Task RequireNoNewAsync(string revision, CancellationToken cancellationToken)
    {
        // Tables without rowids name no row: as many as before are the same.
        var violations = (await ViolationsAsync(name => name, cancellationToken).ConfigureAwait(false))
            .GroupBy(violation => violation, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(known.GetValueOrDefault(same.Key)))
            .ToList();
        if (violations.Count > 0)
        {
            throw new AutogenException(
                ErrorCode.ForeignKeyViolated,
                $"After revision {revision} {violations.Count} foreign keys would be violated: "
                    + $"{string.Join(", ", violations.Take(Listed))}{(violations.Count > Listed ? ", …" : "")}. "
                + "It was rolled back. Delete or correct these rows, "
                + "or make the parent columns a primary key or unique, then upgrade again.");
        }
    }

    /// <summary>The tables that are checked, as they are called now.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync(CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT m.name, f.\"table\" FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table' "
                + "AND m.sql NOT LIKE 'CREATE VIRTUAL%'";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var concerned = Concerned();
        var tables = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (concerned is null || concerned.Contains(reader.GetString(0)) || concerned.Contains(reader.GetString(1)))
                tables.Add(reader.GetString(0));
        }

        return [.. tables];
    }

    private async Task<List<string>> ViolationsAsync(Func<string, string> nameAfterwards, CancellationToken cancellationToken)
    {
        var violations = new List<string>();
        foreach (var table in await TablesAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                await AddRowsAsync(violations, table, nameAfterwards, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (exception.Message.Contains("foreign key mismatch", StringComparison.Ordinal))
            {
                violations.Add($"'{nameAfterwards(table)}' (it refers to columns that are neither a primary key nor unique)");
            }
        }

        return violations;
    }

    private async Task AddRowsAsync(
        List<string> violations, string table, Func<string, string> nameAfterwards, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_key_check({SqlQuote.Name(table)})";
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            violations.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"row {reader.GetValue(1)} of '{nameAfterwards(table)}' (it refers to '{nameAfterwards(reader.GetString(2))}')"));
    }

    // Foreign keys are not enforced while the revision runs, so statements of its own may leave rows behind
    // anywhere: then all tables count (null).
    private HashSet<string>? Concerned()
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case SqlOperation or StatementOperation or ParameterisedSqlOperation or RunOperation or BackfillOperation
                    or InsertDataOperation
                    or UpdateDataOperation or DeleteDataOperation or AutocommitOperation:
                    return null;
                case RenameTableOperation rename:
                    names.UnionWith([rename.Name, rename.NewName ?? rename.Name]);
                    break;
                case DropTableOperation drop:
                    names.Add(drop.Name);
                    break;
                case CreateTableOperation create:
                    names.Add(create.Name);
                    break;
                case ITableMigrationOperation { Table: { } table }:
                    names.Add(table);
                    break;
            }
        }

        return names;
    }

    // As the table is called after the operations.
    private string Renamed(string table)
        => operations.OfType<RenameTableOperation>().Aggregate(
            table, (name, rename) => string.Equals(name, rename.Name, StringComparison.OrdinalIgnoreCase) ? rename.NewName ?? name : name);
}
