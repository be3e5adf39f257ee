using Autogen.Scenarios.Databases;
using Autogen.Schema.Objects;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Rendering;

/// <summary>
/// A table whose expressions of every kind call a function with constants, which the server runs when it plans the expression,
/// and a connection that notices it.
/// </summary>
internal sealed class RunningFunctions : IAsyncDisposable
{
    private const string Functions =
        """
        CREATE FUNCTION trap(n integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RAISE NOTICE 'sprung %', n; RETURN n; END $$;
        CREATE FUNCTION trap(a text, b text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RAISE NOTICE 'sprung by an operator'; RETURN true; END $$;
        CREATE OPERATOR ~~~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = trap);
        CREATE DOMAIN small AS integer CHECK (trap(VALUE) > 0);
        CREATE DOMAIN many AS small[];
        CREATE TYPE span AS RANGE (subtype = small);
        CREATE TYPE pair AS (a small, b text);
        CREATE FUNCTION first_of(many small[]) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
        CREATE FUNCTION at_times() RETURNS integer LANGUAGE sql AS 'SELECT 1';
        """;

    private readonly PostgreSqlDatabase database;
    private readonly List<string> sprung = [];

    private RunningFunctions(PostgreSqlDatabase database, NpgsqlConnection connection)
    {
        (this.database, Connection) = (database, connection);
        Connection.Notice += (_, notice) => sprung.Add(notice.Notice.MessageText);
    }

    /// <summary>The connection, on which <see cref="Sprung"/> hears.</summary>
    public NpgsqlConnection Connection { get; }

    /// <summary>What has run.</summary>
    public IReadOnlyList<string> Sprung => sprung;

    /// <summary>Makes the database.</summary>
    public static async Task<RunningFunctions> CreateAsync()
    {
        var created = await PostgreSqlDatabase.CreateAsync();
        await created.ExecuteAsync(Functions);
        await created.ExecuteAsync(
            """
            CREATE TABLE t (
                id integer PRIMARY KEY, a integer DEFAULT (trap(1)), g integer GENERATED ALWAYS AS (a + trap(2)) STORED, name text, c small DEFAULT 5,
                many small[] DEFAULT '{6}', domain many DEFAULT '{7}', span span DEFAULT '[8,9)', pair pair DEFAULT '(10,x)',
                CONSTRAINT ck CHECK (a > trap(3)), CONSTRAINT op CHECK (name <> '' OR 'a' ~~~~ 'b'), CONSTRAINT first CHECK (first_of('{11}') = a));
            CREATE INDEX filtered ON t (a) WHERE a = trap(4);
            CREATE INDEX computed ON t ((a * trap(12)));
            """);
        return new RunningFunctions(created, await created.OpenAsync());
    }

    /// <summary>The schema as a person spells it: what the server writes, in another spelling.</summary>
    public static DatabaseSchema Respelled(DatabaseSchema schema, Func<string, string> respell)
    {
        SqlExpression? Respell(SqlExpression? expression) => expression is null ? null : new SqlExpression(respell(expression.Text));
        return schema with
        {
            Tables = schema.Tables.Select(table => table with
            {
                Columns = table.Columns.Select(column => column with
                {
                    Default = Respell(column.Default),
                    Generated = column.Generated is { } generated
                        ? generated with { Expression = new(respell(generated.Expression.Text)) }
                        : null,
                }).ToEquatableList(),
                CheckConstraints = table.CheckConstraints
                    .Select(check => check with { Expression = new(respell(check.Expression.Text)) }).ToEquatableList(),
                Indexes = table.Indexes.Select(index => index with
                {
                    Filter = Respell(index.Filter),
                    Parts = index.Parts.Select(part => part with { Expression = Respell(part.Expression) }).ToEquatableList(),
                }).ToEquatableList(),
            }).ToEquatableList(),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        await database.DisposeAsync();
    }
}
