using System.Globalization;
using System.Text.RegularExpressions;
using Autogen.Design;
using Autogen.Design.Models;
using Autogen.Design.Ownership;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Graph;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Autogen.Scenarios.Running;

/// <summary>
/// A database and the revisions that are written for it: the steps of which a proof is made, each by the same way that the tool goes.
/// </summary>
/// <param name="options">The provider and the database.</param>
internal sealed partial class RevisionWalk(DbContextOptions options)
{
    /// <summary>All but the tool's own tables.</summary>
    public static Scope OwnScope { get; } = new(new ScopeSettings(),
    [
        new ObjectName("autogen_version"), new ObjectName("autogen_log"), new ObjectName("autogen_version_unfinished"),
        new ObjectName("autogen_version_lock")
    ]);
    private readonly List<string> files = [];
    private RevisionSet revisions = RevisionSet.From(typeof(RevisionWalk).Assembly);

    private DatabaseSchema? read;

    /// <summary>How databases and models are compared.</summary>
    public ComparisonOptions Comparison { get; init; } = ComparisonOptions.Default;

    /// <summary>
    /// Whether nobody else changes the database: then it is read once between two changes. Reading it is most of a scenario's time.
    /// </summary>
    public bool IsAlone { get; init; }

    /// <summary>The last revision's file.</summary>
    public string LastFile => files[^1];

    /// <summary>The database's dialect.</summary>
    public Dialect Dialect { get; } = DialectOf(options);

    /// <summary>A revision's file.</summary>
    public static string Render(string id, IReadOnlyList<string> revises, AutogenerateResult found)
        => RevisionRenderer.Render(new RevisionFile
        {
            Id = id,
            Revises = [.. revises],
            Message = id,
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Scenarios.Revisions",
            Upgrade = found.Upgrade,
            Downgrade = found.Downgrade,
        });

    /// <summary>Compiles files, in the order in which they revise each other, with those that were added before.</summary>
    public void Add(params IReadOnlyList<string> added)
    {
        files.AddRange(added);
        revisions = RevisionSet.From(RevisionCompiler.Compile(files, DiagnosticSeverity.Warning));
    }

    /// <summary>Writes the revision that leads to a model, which the database must not refuse beforehand.</summary>
    public async Task<SchemaDiff> AddAsync(
        Action<ModelBuilder> model,
        string id,
        CancellationToken cancellationToken,
        IReadOnlyList<string>? renames = null,
        IReadOnlyList<string>? backfills = null)
    {
        var found = await CompareAsync(model, cancellationToken, renames: renames, backfills: backfills);
        await RequireAcceptedAsync(model, found.Diff, cancellationToken);
        Add(Render(id, revisions.Graph.Heads, found));
        return found.Diff;
    }

    /// <summary>Applies all revisions.</summary>
    public async Task UpgradeAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        read = null;
        await using var context = new ScenarioContext(options, model);
        try
        {
            await Upgrader(context).UpgradeAsync("head", cancellationToken);
        }
        catch (Exception exception)
        {
            throw new ScenarioFailedException($"The revision does not run: {exception.Message}\n\n{LastFile}", exception);
        }
    }

    /// <summary>Applies the last revision by the script that a person would be given for it, made without a look at the database.</summary>
    public async Task UpgradeByScriptAsync(
        Action<ModelBuilder> current, Action<ModelBuilder> model, string from, CancellationToken cancellationToken)
    {
        read = null;
        var text = await ScriptAsync(current, model, from, cancellationToken);
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // As a client would that sends statement by statement: some may not run in one message with others.
            foreach (var part in TransactionStatement().Split(text).Where(part => part.Trim().Length > 0))
            {
                await using var command = context.Database.GetDbConnection().CreateCommand();
                command.CommandText = part;
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            // The pool's connections remember types that are no more.
            if (context.Database.GetDbConnection() is Npgsql.NpgsqlConnection postgres)
                await postgres.ReloadTypesAsync(cancellationToken);
        }
        catch (Exception exception)
        {
            throw new ScenarioFailedException($"The script does not run: {exception.Message}\n\n{text}", exception);
        }
    }

    private async Task<string> ScriptAsync(
        Action<ModelBuilder> current, Action<ModelBuilder> model, string from, CancellationToken cancellationToken)
    {
        var script = new ScriptOptions { Target = "head", Direction = StepDirection.Upgrade, From = [from] };
        if (Dialect.Capabilities.AltersInPlace)
        {
            await using var context = new ScenarioContext(options, model);
            return (await Upgrader(context).ScriptAsync(script, cancellationToken)).Text;
        }

        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(cancellationToken);
        var replica = new DbContextOptionsBuilder().UseSqlite(connection).Options;
        await using (var context = new ScenarioContext(replica, current))
            await Upgrader(context).UpgradeAsync(from, cancellationToken);
        await using (var context = new ScenarioContext(replica, model))
            return (await Upgrader(context).ScriptAsync(script with { IsReplica = true }, cancellationToken)).Text;
    }

    [GeneratedRegex(
        @"(?<=^(?:BEGIN|COMMIT);\n)|(?=^(?:BEGIN|COMMIT);\n)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TransactionStatement();

    private static Dialect DialectOf(DbContextOptions options)
    {
        using var context = new ScenarioContext(options, _ => { });
        return AllDialects.ForProvider(context.Database.ProviderName);
    }

    /// <summary>Takes the last revision back.</summary>
    public async Task DowngradeAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        read = null;
        await using var context = new ScenarioContext(options, model);
        try
        {
            await Upgrader(context).DowngradeAsync("-1", cancellationToken);
        }
        catch (Exception exception)
        {
            throw new ScenarioFailedException($"The downgrade does not run: {exception.Message}\n\n{LastFile}", exception);
        }
    }

    /// <summary>Says that the database is at a revision.</summary>
    public async Task StampAsync(Action<ModelBuilder> model, string id, CancellationToken cancellationToken)
    {
        read = null;
        await using var context = new ScenarioContext(options, model);
        await Upgrader(context).StampAsync([id], purge: false, cancellationToken);
    }

    /// <summary>
    /// Makes the tables of a model by EF Core's own <c>CreateTables</c> (what <c>EnsureCreated</c> does in an existing database).
    /// </summary>
    public async Task CreateTablesAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        read = null;
        await using var context = new ScenarioContext(options, model);
        await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(cancellationToken);
    }

    /// <summary>Demands that the database is as a model wants it.</summary>
    /// <exception cref="ScenarioFailedException">It is not.</exception>
    public async Task RequireNothingLeftAsync(
        Action<ModelBuilder> model, string after, CancellationToken cancellationToken, IReadOnlyList<MigrationOperation>? applied = null)
    {
        var left = (await CompareAsync(model, cancellationToken, applied)).Diff;
        if (!left.IsEmpty)
            throw new ScenarioFailedException(
                $"After {after} there is still:\n{string.Join('\n', Lines(left))}\n\n{(files.Count > 0 ? LastFile : "")}");
    }

    /// <summary>Compares the database with a model.</summary>
    /// <param name="model">The model that is wanted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="applied">The operations that made the database, where that is not what the revisions say.</param>
    /// <param name="renames">What <c>--rename</c> says.</param>
    /// <param name="backfills">What <c>--backfill</c> says.</param>
    public async Task<AutogenerateResult> CompareAsync(
        Action<ModelBuilder> model,
        CancellationToken cancellationToken,
        IReadOnlyList<MigrationOperation>? applied = null,
        IReadOnlyList<string>? renames = null,
        IReadOnlyList<string>? backfills = null)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var provider = context.Database.ProviderName!;
        var current = await Upgrader(context).GetCurrentAsync(cancellationToken);
        var made = applied
            ?? revisions.Graph
                .AncestorsAndSelf(current)
                .SelectMany(node => revisions.OperationsOf(node.Id, StepDirection.Upgrade, provider));
        var autogenerate = new Autogenerate(context, Dialect, OwnScope, Comparison with { Renames = RenameHints.Parse(renames ?? []) })
        {
            Backfills = backfills ?? [],
        };
        return await autogenerate.RunAsync(
            context.Database.GetDbConnection(), await ReadAllAsync(context, cancellationToken), made, cancellationToken);
    }

    private async Task RequireAcceptedAsync(Action<ModelBuilder> model, SchemaDiff diff, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await ModelRefusals.RequireNoneAsync(
            context,
            Dialect,
            context.Database.GetDbConnection(),
            NewPartsOfDiff.Find(diff),
            diff.Current.DefaultSchema.Value,
            cancellationToken);
    }

    /// <summary>Reads the database.</summary>
    public async Task<DatabaseSchema> ReadAsync(Action<ModelBuilder> model, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        return OwnScope.Narrow(await ReadAllAsync(context, cancellationToken));
    }

    private async Task<DatabaseSchema> ReadAllAsync(ScenarioContext context, CancellationToken cancellationToken)
        => IsAlone && read is not null
            ? read
            : read = await Dialect.ReadAsync(context.Database.GetDbConnection(), cancellationToken);

    /// <summary>Demands that two readings of the database are one schema, compared whole.</summary>
    /// <remarks>
    /// Expressions are compared as the server renders them, asked for both at once: PostgreSQL prints <c>IN</c> over <c>varchar</c> in
    /// another way when it reads its own text again (<c>(ARRAY['a'::character varying])::text[]</c> becomes
    /// <c>ARRAY[('a'::character varying)::text]</c>), and only the next time as it stays.
    /// </remarks>
    /// <exception cref="ScenarioFailedException">They are not.</exception>
    public async Task RequireSameSchemaAsync(
        Action<ModelBuilder> model, DatabaseSchema expected, DatabaseSchema actual, CancellationToken cancellationToken)
    {
        if (string.Equals(Print(expected), Print(actual), StringComparison.Ordinal))
            return;
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var (before, after, _) = await Dialect.NormaliseAsync(context.Database.GetDbConnection(), expected, actual, cancellationToken);
        RequireSame("the schema after the downgrade", Print(before), Print(after));
    }

    /// <summary>Runs statements.</summary>
    public async Task ExecuteAsync(Action<ModelBuilder> model, string sql, CancellationToken cancellationToken)
    {
        read = null;
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs a query; a line a row.</summary>
    public async Task<string> RowsAsync(Action<ModelBuilder> model, string sql, CancellationToken cancellationToken)
    {
        await using var context = new ScenarioContext(options, model);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount)
                .Select(ordinal => Convert.ToString(reader.GetValue(ordinal), CultureInfo.InvariantCulture))));
        return string.Join('\n', rows);
    }

    /// <summary>The significant differences, for people.</summary>
    public static IEnumerable<string> Lines(SchemaDiff diff)
        => diff.Changes.Where(change => change.Significance == Significance.Significant).SelectMany(ChangeText.Lines)
            .Where(line => line.Facet?.Significance != Significance.Cosmetic).Select(WithoutType);

    // Databases spell types in their own ways; ChangeTextTests has the lines with them.
    private static string WithoutType(ChangeLine line)
    {
        if (line.Facet is not null || line.Change.Subject is not Column column)
            return line.Text;
        var reference = ObjectText.Reference(ObjectKind.Column, line.Change.Table, column).ReplaceLineEndings(" ");
        return line.Text.Replace(reference + ObjectContent.Type(column), reference, StringComparison.Ordinal);
    }

    /// <summary>
    /// A schema as text. A table's columns are in another order after one of them was dropped and added again; that is no
    /// difference. Nor is, on SQLite, the default by which a required column was added again: it can't be taken away without
    /// another rebuild, and is cosmetic.
    /// </summary>
    public string Print(DatabaseSchema schema)
    {
        Column WithoutBackfill(Column column)
            => !Dialect.Capabilities.AltersInPlace && Dialect.IsBackfillDefault(column) ? column with { Default = null } : column;
        var sorted = schema with
        {
            Tables = schema.Tables
                .Select(table => table with
                {
                    Columns = table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(WithoutBackfill).ToEquatableList()
                })
                .ToEquatableList(),
        };
        return SchemaPrinter.Print(sorted);
    }

    /// <summary>Demands that two texts are equal.</summary>
    /// <exception cref="ScenarioFailedException">They are not.</exception>
    public void RequireSame(string what, string expected, string actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            throw new ScenarioFailedException(
                $"Not the same: {what}.\nExpected:\n{expected}\nActual:\n{actual}\n\n{(files.Count > 0 ? LastFile : "")}");
    }

    private Upgrader Upgrader(ScenarioContext context) => new(context, revisions, new UpgradeOptions(), SilentProgress.Instance);
}
