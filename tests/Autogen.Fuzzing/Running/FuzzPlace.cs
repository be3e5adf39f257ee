using Autogen.Fuzzing.Descriptions;
using Autogen.Scenarios.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.Fuzzing.Running;

/// <summary>A database that is emptied between pairs: much faster than a new one for each.</summary>
internal sealed class FuzzPlace : IAsyncDisposable
{
    private const string DropAll = """
        DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP EXECUTE format('DROP SCHEMA %I CASCADE', name); END LOOP;
        CREATE SCHEMA public;
        END $$
        """;

    private readonly PostgreSqlDatabase? postgreSql;
    private readonly SqliteDatabase? sqlite;

    private FuzzPlace(PostgreSqlDatabase? postgreSql, SqliteDatabase? sqlite)
    {
        this.postgreSql = postgreSql;
        this.sqlite = sqlite;
        Options = postgreSql is null
            ? new DbContextOptionsBuilder().UseSqlite(sqlite!.ConnectionString).Options
            : new DbContextOptionsBuilder().UseNpgsql(Pooled).Options;
    }

    /// <summary>The provider and the database.</summary>
    public DbContextOptions Options { get; }

    private string Pooled => new NpgsqlConnectionStringBuilder(postgreSql!.ConnectionString) { Pooling = true, MaxPoolSize = 4 }.ConnectionString;

    /// <summary>Creates a database.</summary>
    public static async Task<FuzzPlace> CreateAsync(FuzzDatabase database) => database == FuzzDatabase.PostgreSql
        ? new FuzzPlace(await PostgreSqlDatabase.CreateAsync(), null)
        : new FuzzPlace(null, SqliteDatabase.Create());

    /// <summary>Empties it.</summary>
    public async Task EmptyAsync()
    {
        if (postgreSql is not null)
            await postgreSql.ExecuteAsync(DropAll);
        else
            File.Delete(sqlite!.Path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (postgreSql is not null)
        {
            await using (var connection = new NpgsqlConnection(Pooled))
                NpgsqlConnection.ClearPool(connection);
            await postgreSql.DisposeAsync();
        }
        else
        {
            await sqlite!.DisposeAsync();
        }
    }
}
