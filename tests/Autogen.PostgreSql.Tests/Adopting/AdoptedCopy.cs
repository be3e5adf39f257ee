using System.Globalization;
using Autogen.Design.Adopting;
using Autogen.Design.Rendering;
using Autogen.Design.Verification;
using Autogen.Drivers;
using Autogen.Graph;
using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Upgrading;
using Microsoft.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Autogen.PostgreSql.Tests.Adopting;

/// <summary>
/// All tables of a database taken over by a model without any, and the database that the base revision makes of an empty one.
/// </summary>
internal sealed record AdoptedCopy
{
    private const string Id = "base_of_all";

    /// <summary>The plan.</summary>
    public required AdoptionPlan Plan { get; init; }

    /// <summary>What is wrong with the revision, and what of the original it can't say, a line each.</summary>
    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Why rows can't be written to the copy.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>
    /// The original's parts that the copy has not, or has otherwise, by their heads in a dump: <c>INDEX public ix</c>.
    /// <see langword="null"/> without a <c>pg_dump</c>.
    /// </summary>
    public required IReadOnlyList<string>? Undumped { get; init; }

    /// <summary>Makes both.</summary>
    public static async Task<AdoptedCopy> MakeAsync(
        string sql, string? searchPath = null, bool isWide = false, Func<string, DbContextOptions>? options = null)
    {
        await using var database = await PostgreSqlDatabase.CreateAsync();
        if (searchPath is not null)
            await database.ExecuteAsync($"ALTER DATABASE \"{database.Name}\" SET search_path = {searchPath}");
        await database.ExecuteAsync(sql);
        await using var context = new ScenarioContext((options ?? PostgreSqlServer.Options)(database.ConnectionString), _ => { });
        await context.Database.OpenConnectionAsync();
        var connection = context.Database.GetDbConnection();
        var dialect = AllDialects.ForProvider(context.Database.ProviderName);
        var all = await dialect.ReadAsync(connection, CancellationToken.None);
        var plan = await new Adoption(context, dialect, RevisionWalk.OwnScope, ComparisonOptions.Default).PlanAsync(
            connection, all, allTables: true, withRows: true, CancellationToken.None, isWide);
        var text = RevisionRenderer.Render(new RevisionFile
        {
            Id = Id,
            Revises = [],
            Message = "take over",
            Created = DateTimeOffset.UnixEpoch,
            Namespace = "Copies.Revisions",
            Upgrade = plan.Upgrade,
            Downgrade = plan.Downgrade,
            IsAdopted = true,
        });
        var revisions = RevisionSet.From(RevisionCompiler.Compile([text], DiagnosticSeverity.Warning));
        var original = await dialect.ReadDefinitionsAsync(connection, CancellationToken.None);
        var dumped = await DumpAsync(database.ConnectionString, database.Name);
        await using (await ScratchDatabase.CreateAsync(context, dialect, CancellationToken.None))
        {
            var roundTrip = new RoundTrip(context, revisions, RevisionWalk.OwnScope, new UpgradeOptions(), ComparisonOptions.Default);
            var findings = await roundTrip.ProveAsync(revisions.Graph.Find(Id)!, CancellationToken.None, plan.Kept);
            Assert.True(findings.Count == 0, string.Join('\n', findings) + "\n" + text);
            var lines = await roundTrip.CompareWithOriginalAsync(plan.Adopted, [], CancellationToken.None);
            var copy = (await dialect.ReadDefinitionsAsync(connection, CancellationToken.None))
                .Where(item => plan.Adopted.FindTable(item.Table) is not null)
                .ToList();
            var rows = await dialect.TryRowsAsync(connection, plan.Tried, CancellationToken.None);
            var dump = await DumpAsync(database.ConnectionString, connection.Database);
            return new AdoptedCopy
            {
                Plan = plan,
                Differences = [.. lines.Select(line => line.Text), .. TableDefinition.Differences(original, copy)],
                Rows = rows,
                Undumped = dumped is null || dump is null
                    ? null
                    : [.. dumped.Where(part => dump.GetValueOrDefault(part.Key) != part.Value)
                        .Select(part => part.Key)
                        .Order(StringComparer.Ordinal)],
            };
        }
    }

    // Parts by their heads; those of the tool's own tables are none. Privileges and owners are listed, not copied.
    private static async Task<IReadOnlyDictionary<string, string>?> DumpAsync(string connectionString, string name)
    {
        if (PostgreSqlPrograms.Find("pg_dump") is not { } program)
            return null;
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        string[] arguments =
        [
            "-s", "-O", "-x", "-h", connection.Host!, "-p", connection.Port.ToString(CultureInfo.InvariantCulture), "-U",
            connection.Username!, "-d", name
        ];
        var text = await PostgreSqlPrograms.RunAsync(program, arguments, connection.Password ?? "");
        return text.Split("\n--\n-- Name: ").Skip(1)
            .Select(part => part.Split('\n', 2))
            .Select(part => (Head: part[0].Split("; "), Text: part[1].Split("\n-- PostgreSQL database dump complete")[0]))
            .Where(part => !part.Head[0].StartsWith("autogen_", StringComparison.Ordinal))
            .GroupBy(
                part => $"{part.Head[1]["Type: ".Length..]} {part.Head[2]["Schema: ".Length..]} {part.Head[0]}", StringComparer.Ordinal)
            .ToDictionary(
                parts => parts.Key,
                parts => string.Join(
                    '\n', parts.SelectMany(part => part.Text.Split('\n')).Where(line => !line.StartsWith("SET ", StringComparison.Ordinal)))
                    .Trim(),
                StringComparer.Ordinal);
    }
}
