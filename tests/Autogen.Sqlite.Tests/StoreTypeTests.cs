using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Scenarios.Spelling;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Sqlite.Tests;

/// <summary>A model's store types against what tables declare: SQLite keeps any words at all. One table, a column each.</summary>
public class StoreTypeTests
{
    private static IReadOnlyList<(string Current, string Target)> Same { get; } =
    [
        ("INTEGER", "INTEGER"), ("INTEGER", "integer"), ("int", "INT"), ("TEXT", "text"), ("Text", "TEXT"), ("REAL", "real"),
        ("BLOB", "blob"), ("NUMERIC", "numeric"), ("JSONB", "jsonb"), ("jsonb", "JSONB"), ("JSON", "JSON"),
        ("timestamptz", "TIMESTAMPTZ"), ("timestamp with time zone", "TIMESTAMP  WITH TIME ZONE"), ("varchar(20)", "VARCHAR(20)"),
        ("VARCHAR ( 20 )", "VARCHAR(20)"), ("decimal(18,2)", "DECIMAL(18, 2)"), ("DECIMAL( 18 , 2 )", "decimal(18,2)"),
        ("double precision", "DOUBLE PRECISION"), ("UNSIGNED BIG INT", "unsigned big int"),
        ("character varying(70)", "CHARACTER VARYING(70)"), ("uuid", "UUID"), ("bool", "BOOL"), ("datetime", "DATETIME"), ("mood", "MOOD"),
        ("TEXT COLLATE NOCASE", "TEXT COLLATE NOCASE"), ("TEXT COLLATE NOCASE", "text collate nocase"),
        ("TEXT COLLATE \"NOCASE\"", "TEXT COLLATE NOCASE"), ("varchar(20) COLLATE RTRIM", "VARCHAR(20) COLLATE RTRIM"),
        ("TEXT COLLATE BINARY", "TEXT"),
        ("TEXT", "TEXT COLLATE BINARY"), ("\"Odd Type\"", "\"Odd Type\""), ("[TEXT]", "TEXT"), ("INTEGER /* a number */", "INTEGER"),
        ("INT\nEGER", "INT EGER"),
    ];

    private static IReadOnlyList<(string Current, string Target)> Different { get; } =
    [
        ("INTEGER", "TEXT"), ("INT", "INTEGER"), ("INTEGER", "BIGINT"), ("TEXT", "VARCHAR"), ("TEXT", "BLOB"), ("REAL", "NUMERIC"),
        ("REAL", "DOUBLE"), ("JSON", "JSONB"), ("TEXT", "JSONB"), ("timestamp", "timestamptz"), ("varchar(20)", "varchar(21)"),
        ("varchar(20)", "varchar"), ("decimal(18,2)", "decimal(18,3)"), ("decimal(18,2)", "decimal(1,82)"), ("TEXT COLLATE NOCASE", "TEXT"),
        ("TEXT", "TEXT COLLATE NOCASE"), ("TEXT COLLATE NOCASE", "TEXT COLLATE RTRIM"), ("BLOB", "ANY"), ("bool", "INTEGER"),
        ("uuid", "TEXT"), ("datetime", "TEXT"), ("mood", "TEXT"),
    ];

    [Fact]
    public async Task However_a_type_is_spelled_it_is_not_a_difference()
        => SpellingModel.RequireNone(string.Join('\n', (await ReportedAsync(Same)).Values));

    [Fact]
    public async Task Another_type_is_a_difference()
    {
        var reported = await ReportedAsync(Different);
        SpellingModel.RequireNone(string.Join('\n', Different.Index()
            .Where(entry => !reported.ContainsKey(entry.Index))
            .Select(entry => $"{entry.Item.Current} -> {entry.Item.Target}")));
    }

    private static async Task<Dictionary<int, string>> ReportedAsync(IReadOnlyList<(string Current, string Target)> cases)
    {
        await using var database = SqliteDatabase.Create();
        await database.ExecuteAsync(
            "CREATE TABLE types (id INTEGER NOT NULL CONSTRAINT PK_types PRIMARY KEY, "
                + $"{string.Join(", ", cases.Index().Select(entry => $"{SpellingModel.NameOf(entry.Index)} {entry.Item.Current}"))});");
        var found = await new RevisionWalk(new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options).CompareAsync(
            model => model.SharedTypeEntity<Dictionary<string, object>>("Types", entity =>
            {
                entity.ToTable("types");
                entity.Property<int>("id").ValueGeneratedNever();
                entity.HasKey("id");
                foreach (var (index, (_, target)) in cases.Index())
                    entity.Property<string?>(SpellingModel.NameOf(index)).HasColumnType(target);
            }),
            CancellationToken.None);
        var lines = RevisionWalk.Lines(found.Diff).ToList();
        return cases.Index()
            .Select(entry => (entry.Index, Text: string.Join(
                '\n',
                lines.Where(line => line.Contains(SpellingModel.NameOf(entry.Index), StringComparison.Ordinal)).Select(
                    line => $"{entry.Item}   reported: {line}"))))
            .Where(entry => entry.Text.Length > 0)
            .ToDictionary(entry => entry.Index, entry => entry.Text);
    }
}
