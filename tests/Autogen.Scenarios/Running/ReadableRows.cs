using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Autogen.Scenarios.Running;

/// <summary>
/// Proves that EF Core reads every row of a database through a model, and writes it back: what a revision puts into rows is what the
/// application's properties can hold.
/// </summary>
/// <param name="options">The provider and the database.</param>
internal sealed class ReadableRows(DbContextOptions options)
{
    private static readonly MethodInfo load =
        typeof(ReadableRows).GetMethod(nameof(LoadAsync), BindingFlags.NonPublic | BindingFlags.Static)!; // it is below

    /// <summary>Loads the rows of all entities, and saves them as they are; all in a transaction that is rolled back.</summary>
    /// <param name="model">The model that the database follows.</param>
    /// <param name="after">What made the rows what they are, for the message.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ScenarioFailedException">A row can't be read or written, or EF Core does not find it.</exception>
    public async Task RequireAsync(Action<ModelBuilder> model, string after, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        var step = "opening the context";
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var design = context.GetService<IDesignTimeModel>().Model;
            foreach (var type in context.Model.GetEntityTypes().Where(type => IsRead(type, design)))
            {
                step = $"reading '{type.DisplayName()}'";
                var found = await (Task<int?>)load.MakeGenericMethod(type.ClrType).Invoke(null, [context, type, cancellationToken])!;
                var rows = await CountAsync(context, type, cancellationToken);
                if (found is not null && found != rows && !SharesRows(type))
                    throw new ScenarioFailedException($"EF Core reads {found} of {rows} rows of '{type.DisplayName()}'.");
            }

            step = "saving what was read";
            foreach (var entry in context.ChangeTracker.Entries().Where(IsWritable).ToList())
            {
                entry.State = EntityState.Modified;

                // The database may reject values that it generates itself.
                foreach (var property in entry.Properties.Where(property => property.Metadata.ValueGenerated != ValueGenerated.Never))
                    property.IsModified = false;
            }

            await SaveAsync(context, cancellationToken);
        }
        catch (Exception exception)
        {
            throw new ScenarioFailedException($"After {after} rows are not readable: {step}: {exception}", exception);
        }
    }

    // Models that map a text to an enumerated type of the database can't write any row of it: EF Core needs MapEnum for that.
    private static async Task SaveAsync(DbContext context, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
            when (exception.InnerException is PostgresException
            {
                SqlState: PostgresErrorCodes.DatatypeMismatch or PostgresErrorCodes.UndefinedFunction
            })
        {
        }
    }

    // A derived type is read with its root, an owned one with its owner.
    private static bool IsRead(IEntityType type, IModel design)
        => type.BaseType is null
            && !type.IsOwned()
            && type.FindPrimaryKey() is not null
            && type.GetTableName() is not null
            && design.FindEntityType(type.Name)?.IsTableExcludedFromMigrations() != true;

    private static bool IsWritable(EntityEntry entry)
        => entry.Metadata.GetTableName() is not null && !entry.Metadata.IsMappedToJson();

    /// <summary>
    /// How many rows are read; <see langword="null"/> if no row of the model can be: it maps a text to a type of the database that the
    /// driver does not read as one (a number, a range), or a list to a property bag.
    /// </summary>
    private static async Task<int?> LoadAsync<T>(DbContext context, IEntityType type, CancellationToken cancellationToken)
        where T : class
    {
        var set = type.HasSharedClrType ? context.Set<T>(type.Name) : context.Set<T>();
        try
        {
            return (await set.IgnoreQueryFilters().ToListAsync(cancellationToken)).Count;
        }
        catch (InvalidCastException exception) when (exception.Message.StartsWith("Reading as ", StringComparison.Ordinal))
        {
            return null;
        }
        catch (ArgumentException exception) when (exception.Message.Contains("get_Item", StringComparison.Ordinal))
        {
            // EF Core 10.0 reads no list of a property bag.
            return null;
        }
    }

    // Rows of a table that an optional dependent shares need not be its own.
    private static bool SharesRows(IEntityType type)
        => type.GetTableMappings().Any(mapping => mapping.IsSharedTablePrincipal == false);

    private static async Task<long> CountAsync(DbContext context, IEntityType type, CancellationToken cancellationToken)
    {
        // Types with tables of their own have no row in the root's.
        var tables = type.GetMappingStrategy() == RelationalAnnotationNames.TpcMappingStrategy
            ? type.GetDerivedTypesInclusive().SelectMany(derived => derived.GetTableMappings().Take(1)).Select(mapping => mapping.Table)
            : type.GetTableMappings().Select(mapping => mapping.Table).Take(1);
        var sql = context.GetService<ISqlGenerationHelper>();
        var count = 0L;
        foreach (var table in tables)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = $"SELECT COUNT(*) FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";
            count += Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }

        return count;
    }
}
