using System.Data.Common;
using System.Globalization;
using Autogen.Design.Ownership;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Design.Adopting;

/// <summary>What EF Core's migrations have done to a database, by their history table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Applied">What it holds, in the order of the ids.</param>
/// <param name="Pending">
/// The migrations of the application that it does not hold; <see langword="null"/> where the application's can't be found.
/// </param>
internal sealed record EfHistory(ObjectName Table, IReadOnlyList<AppliedMigration> Applied, IReadOnlyList<string>? Pending)
{
    private const string DefaultName = "__EFMigrationsHistory";

    /// <summary>Reads EF Core's history table.</summary>
    /// <param name="context">The context, which says how its table is called.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="connection">The open connection.</param>
    /// <param name="all">The database.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns><see langword="null"/> if none exists.</returns>
    public static async Task<EfHistory?> ReadAsync(
        DbContext context, Dialect dialect, DbConnection connection, DatabaseSchema all, CancellationToken cancellationToken)
    {
        var name = NameOf(context, all.DefaultSchema.Value);
        if (all.FindTable(name) is not { } table || !HistoryTable.Is(table))
            return null;

        var applied = new List<AppliedMigration>();
        await using var reading = await dialect.BeginReadingAsync(connection, cancellationToken);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", HistoryTable.Columns(table).Select(dialect.Quote))} FROM {dialect.Quote(name)}";
        using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            // values of two columns
            applied.Add(new AppliedMigration(
                Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!,
                Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!));
        applied.Sort((left, right) => string.CompareOrdinal(left.Id, right.Id));
        return new EfHistory(name, applied, FindPending(context, applied));
    }

    /// <summary>The table that a context's migrations keep their history in, whether or not it is there.</summary>
    public static ObjectName NameOf(DbContext context, string? defaultSchema)
    {
        var options = RelationalOptionsExtension.Extract(context.GetService<IDbContextOptions>());
        var schema = options.MigrationsHistoryTableSchema;
        return new ObjectName(
            string.Equals(schema, defaultSchema, StringComparison.Ordinal) ? null : schema,
            options.MigrationsHistoryTableName ?? DefaultName);
    }

    // An assembly of migrations that does not exist, or that exists without a single one, says nothing of what is pending.
    private static List<string>? FindPending(DbContext context, List<AppliedMigration> applied)
    {
        List<string> own;
        try
        {
            own = [.. context.Database.GetMigrations()];
        }
        catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            return null;
        }

        return own.Count == 0 && applied.Count > 0
            ? null
            : own.FindAll(id => !applied.Exists(row => string.Equals(row.Id, id, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>A migration that EF Core has applied.</summary>
/// <param name="Id">Its id: <c>20240101120000_Initial</c>.</param>
/// <param name="ProductVersion">The version of EF Core that wrote it.</param>
internal sealed record AppliedMigration(string Id, string ProductVersion);
