using Autogen.Scenarios.Databases;
using Autogen.Torture.Races;
using Npgsql;
using static System.FormattableString;

namespace Autogen.Torture.Holders;

/// <summary>A database whose upgrade can be made slow at one kind of work, and what must be in it at the end.</summary>
internal sealed class HolderDatabase : IAsyncDisposable
{
    /// <summary>The kinds of work.</summary>
    public static readonly IReadOnlyList<string> Works = ["statement", "backfill", "index"];

    private const string Setup =
        """
        CREATE TABLE public.control (work text NOT NULL, seconds float8 NOT NULL);
        INSERT INTO public.control VALUES ('none', 0);
        CREATE FUNCTION public.nap(work text, id integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
        BEGIN PERFORM pg_sleep(c.seconds) FROM public.control c WHERE c.work = $1; RETURN 0; END $$;
        """;

    // With the transactions that wrote the rows: a row that was written again with what it had is seen, too.
    private const string Written =
        """
        SELECT concat_ws(' ', (SELECT md5(string_agg(format('%s %s %s', xmin, id, n), ',' ORDER BY id)) FROM rows),
            (SELECT string_agg(format('%s %s', xmin, revision), ',' ORDER BY revision) FROM ledger),
            (SELECT string_agg(format('%s %s', xmin, version_num), ',') FROM autogen_version),
            (SELECT string_agg(format('%s %s', xmin, revision), ',' ORDER BY revision) FROM autogen_log),
            (SELECT string_agg(format('%s %s', oid, relname), ',' ORDER BY oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace))
        """;

    private const string Found =
        """
        SELECT format('rows %s, ledger %s of %s, log %s of %s, at %s, index %s',
            (SELECT count(*) FROM rows WHERE n = 2 AND note IS NULL),
            (SELECT count(DISTINCT revision) FROM ledger), (SELECT count(*) FROM ledger),
            (SELECT count(DISTINCT revision) FROM autogen_log), (SELECT count(*) FROM autogen_log),
            (SELECT string_agg(version_num, ',') FROM autogen_version),
            (SELECT string_agg(indisvalid::text, ',') FROM pg_index WHERE indrelid = 'rows'::regclass AND NOT indisprimary))
        """;

    private readonly PostgreSqlDatabase database;

    private HolderDatabase(PostgreSqlDatabase database, string? pooler)
    {
        this.database = database;
        Connection = Connections.For(database, pooler) + ";Application Name=holder";
    }

    /// <summary>The connection string for upgrades.</summary>
    public string Connection { get; }

    /// <summary>Makes one.</summary>
    /// <param name="pooler">The connection string of a pooler, if upgrades go through one.</param>
    public static async Task<HolderDatabase> CreateAsync(string? pooler)
    {
        var made = await PostgreSqlDatabase.CreateAsync();
        await made.ExecuteAsync(Setup);
        return new HolderDatabase(made, pooler);
    }

    /// <summary>Makes one kind of work slow, and the others quick.</summary>
    public Task SlowAsync(string work, double secondsPerRow)
        => database.ExecuteAsync(Invariant($"UPDATE public.control SET work = '{work}', seconds = {secondsPerRow}"));

    /// <summary>Waits until that work is being done.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task WaitForAsync(string work, TimeSpan patience)
    {
        var until = DateTime.UtcNow + patience;
        await using var connection = await database.OpenAsync();
        var others = "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        await using var command = new NpgsqlCommand(
            $"SELECT count(*) {others} AND state = 'active' AND query LIKE '%nap(''{work}''%'", connection);
        while ((long)(await command.ExecuteScalarAsync())! == 0) // count() is never NULL
        {
            if (DateTime.UtcNow > until)
                throw new TimeoutException($"The upgrade did not come to the {work}.");
            await Task.Delay(20);
        }
    }

    /// <summary>All that upgrades have written.</summary>
    public async Task<string> WrittenAsync() => (string)(await database.ScalarAsync(Written))!; // concat_ws() is never NULL

    /// <summary>What is wrong with a database that was upgraded to the head; <see langword="null"/> where nothing is.</summary>
    public async Task<string?> WrongAsync()
    {
        await using var connection = await database.OpenAsync();
        var held = await RaceCheck.HeldAsync(connection);
        var expected = Invariant($"rows {HolderRevision.Rows}, ledger 5 of 5, log 5 of 5, at holder000005, index true");
        try
        {
            var found = (string)(await database.ScalarAsync(Found))!; // format() is never NULL
            return found != expected ? $"found '{found}', not '{expected}'" : held.Count > 0 ? "left: " + string.Join("; ", held) : null;
        }
        catch (PostgresException exception)
        {
            return exception.MessageText;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();
}
