using Autogen.Fuzzing.Descriptions;
using Autogen.Scenarios.Databases;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Fuzzing.Running;

/// <summary>A database that is emptied between pairs.</summary>
internal sealed class FuzzPlace : IAsyncDisposable
{
    private readonly PostgreSqlPlace? postgreSql;
    private readonly SqliteDatabase? sqlite;

    private FuzzPlace(PostgreSqlPlace? postgreSql, SqliteDatabase? sqlite)
    {
        this.postgreSql = postgreSql;
        this.sqlite = sqlite;
        Options = postgreSql?.Options ?? new DbContextOptionsBuilder().UseSqlite(sqlite!.ConnectionString).Options; // there is one of them
    }

    /// <summary>The provider and the database.</summary>
    public DbContextOptions Options { get; }

    /// <summary>Creates a database.</summary>
    public static async Task<FuzzPlace> CreateAsync(FuzzDatabase database) => database == FuzzDatabase.PostgreSql
        ? new FuzzPlace(await PostgreSqlPlace.CreateAsync(), null)
        : new FuzzPlace(null, SqliteDatabase.Create());

    /// <summary>Empties it.</summary>
    public async Task EmptyAsync()
    {
        if (postgreSql is not null)
            await postgreSql.EmptyAsync();
        else
            File.Delete(sqlite!.Path);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ((IAsyncDisposable?)postgreSql ?? sqlite!).DisposeAsync(); // likewise
}
