using Autogen.Scenarios.Databases;
using Autogen.Scenarios.Running;
using Autogen.Scenarios.Spelling;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Spelling.SpellingPlace;

namespace Autogen.Sqlite.Tests;

/// <summary>The model's text against what SQLite keeps, which is the text as it was written: compared by its tokens.</summary>
public class SpellingTests
{
    private static IReadOnlyList<(string Name, string Type)> Columns { get; } =
    [
        ("i", "INTEGER"), ("b", "INTEGER"), ("t", "TEXT"), ("r", "REAL"), ("y", "BLOB"), ("Odd Name", "TEXT"), ("select", "INTEGER"),
        ("Größe", "INTEGER")
    ];

    private static IReadOnlyList<SpellingCase> Same { get; } =
    [
        .. Checks(
            ("i > 0", "i>0"), ("i > 0", "(i > 0)"), ("i > 0", "\"i\" > 0"), ("i > 0", "[i] > 0"), ("i > 0", "`i` > 0"), ("i > 0", "I > 0"),
            ("i > 0 AND b < 5", "i > 0 and b < 5"), ("i > 0", "i\n >\t0"),
            ("i > 0", "i > 0 -- positive\n"), ("i > 0", "i /* the number */ > 0"), ("t IS NOT NULL", "t is not null"),
            ("length(t) > 3", "LENGTH( t ) > 3"), ("t IN ('a', 'b')", "t in ('a','b')"),
            ("i BETWEEN 1 AND 5", "i between 1 and 5"), ("t LIKE 'a%'", "t like 'a%'"),
            ("CASE WHEN i > 0 THEN 1 ELSE 0 END", "case when i > 0 then 1 else 0 end"), ("\"Odd Name\" <> ''", "[Odd Name] <> ''"),
            ("\"select\" > 0", "[select] > 0"), ("\"Größe\" > 0", "\"Größe\">0"), ("t GLOB 'a*'", "t glob 'a*'"),
            ("coalesce(i, 0) > 0", "COALESCE(i,0)>0"), ("i % 2 = 0", "i%2=0"), ("NOT (i > 0)", "not (i > 0)"),
            ("t COLLATE NOCASE = 'a'", "t collate nocase = 'a'"), ("i >= 0.5", "i >= 0.50"), ("CAST(i AS TEXT) = t", "cast(i as text) = t"),
            ("t || 'x' <> ''", "t||'x'<>''"), ("((i > 0)) AND ((b > 0))", "((i > 0)) and ((b > 0))")),
        .. Defaults(
            ("TEXT", "'x'", "'x'"), ("TEXT", "'it''s'", "'it''s'"), ("TEXT", "''", "''"),
            ("TEXT", "CURRENT_TIMESTAMP", "current_timestamp"), ("TEXT", "(CURRENT_TIMESTAMP)", "CURRENT_TIMESTAMP"),
            ("TEXT", "'a' || 'b'", "'a'||'b'"),
            ("INTEGER", "0", "0"), ("INTEGER", "-1", "- 1"), ("INTEGER", "(1 + 2)", "1+2"), ("INTEGER", "((1))", "1"),
            ("INTEGER", "+5", "+ 5"), ("REAL", "1.5", "1.50"), ("REAL", "0.0", "0.00"), ("REAL", "1.5E-07", "1.4999999999999999E-07"),
            ("REAL", "2.0", "2"), ("INTEGER", "007", "7"), ("BLOB", "X'00ff'", "x'00FF'"),
            ("TEXT", "datetime('now')", "DATETIME('now')"), ("TEXT", "lower(hex(randomblob(16)))", "LOWER(HEX(RANDOMBLOB(16)))"),
            ("TEXT", "strftime('%Y', 'now')", "strftime( '%Y' , 'now' )"), ("INTEGER", "NULL", "null"),
            ("TEXT", "'2020-01-01'", "('2020-01-01')"), ("INTEGER", "abs(-5)", "ABS(-5)")),
        .. Generated(
            ("i * 2", "i*2"),
            ("t || ' ' || \"Odd Name\"", "t||' '||[Odd Name]"),
            ("upper(t)", "UPPER(\"t\")"),
            ("coalesce(t, '')", "COALESCE(t, '')"),
            ("i + b", "\"i\" + \"b\""),
            ("substr(t, 1, 3)", "substr(t,1,3)")),
        .. Filters(
            ("i > 0", "\"i\" > 0"),
            ("t IS NOT NULL", "\"t\" is not null"),
            ("t = 'a' AND i = 1", "t='a' and i=1"),
            ("\"Odd Name\" <> ''", "[Odd Name] <> ''"),
            ("i IN (1, 2)", "i in (1,2)"),
            ("NOT i", "not i")),
    ];

    private static IReadOnlyList<SpellingCase> Different { get; } =
    [
        .. Checks(
            ("i > 0", "i >= 0"), ("i > 0", "i > 1"), ("i > 0", "b > 0"), ("i = 1", "i = 10"), ("i > 0 AND b > 0", "i > 0 OR b > 0"),
            ("t = 'a'", "t = 'b'"), ("t = 'a'", "t = 'A'"), ("t = 'a b'", "t = 'a  b'"),
            ("upper(t) = t", "lower(t) = t"), ("i IN (1, 2)", "i IN (1, 2, 3)"), ("i IN (1, 2)", "i NOT IN (1, 2)"),
            ("i BETWEEN 1 AND 5", "i BETWEEN 1 AND 6"), ("(i + 1) * 2 > 0", "i + 1 * 2 > 0"),
            ("t LIKE 'a%'", "t LIKE 'a_'"), ("t LIKE 'a%'", "t GLOB 'a%'"), ("t COLLATE NOCASE = 'a'", "t COLLATE BINARY = 'a'"),
            ("t IS NULL", "t IS NOT NULL"), ("coalesce(i, 0) > 0", "coalesce(i, 1) > 0"),
            ("i > 1.5", "i > 1.51"), ("t = 'it''s'", "t = 'its'"), ("length(t) > 3", "length(t) < 3"),
            ("i = 1 OR i = 2 AND b", "(i = 1 OR i = 2) AND b"), ("CAST(i AS TEXT) = t", "CAST(i AS BLOB) = t")),
        .. Defaults(
            ("TEXT", "'a'", "'b'"), ("TEXT", "'a'", "'a '"), ("TEXT", "'a'", "'A'"), ("INTEGER", "1", "10"), ("INTEGER", "5", "-5"),
            ("INTEGER", "0", "1"), ("REAL", "1.5", "1.51"), ("BLOB", "X'01'", "X'02'"),
            ("TEXT", "datetime('now')", "date('now')"), ("TEXT", "CURRENT_TIMESTAMP", "CURRENT_DATE"), ("TEXT", "'1'", "'01'")),
        .. Generated(("i * 2", "i * 3"), ("i + b", "i - b"), ("upper(t)", "lower(t)"), ("coalesce(t, '')", "coalesce(t, ' ')")),
        .. Filters(("i > 0", "i > 1"), ("t IS NULL", "t IS NOT NULL"), ("t = 'a'", "t = 'A'")),
    ];

    [Fact]
    public async Task Another_spelling_is_not_a_difference()
    {
        Assert.True(Same.Count >= 60, $"{Same.Count} cases");
        SpellingModel.RequireNone(string.Join('\n', (await ReportedAsync(Same)).Select(entry => $"{entry.Case}   reported: {entry.Line}")));
    }

    [Fact]
    public async Task What_differs_a_little_is_a_difference()
    {
        Assert.True(Different.Count >= 40, $"{Different.Count} cases");
        var reported = (await ReportedAsync(Different)).Select(entry => entry.Case).ToHashSet();
        SpellingModel.RequireNone(string.Join('\n', Different.Where(item => !reported.Contains(item))));
    }

    private static IEnumerable<SpellingCase> Checks(params IEnumerable<(string Current, string Target)> pairs)
        => pairs.Select(pair => new SpellingCase(Check, "", pair.Current, pair.Target));

    private static IEnumerable<SpellingCase> Defaults(params IEnumerable<(string Type, string Current, string Target)> items)
        => items.Select(item => new SpellingCase(Default, item.Type, item.Current, item.Target));

    private static IEnumerable<SpellingCase> Generated(params IEnumerable<(string Current, string Target)> pairs)
        => pairs.Select(pair => new SpellingCase(Computed, "TEXT", pair.Current, pair.Target));

    private static IEnumerable<SpellingCase> Filters(params IEnumerable<(string Current, string Target)> pairs)
        => pairs.Select(pair => new SpellingCase(Filter, "", pair.Current, pair.Target));

    private static async Task<IReadOnlyList<(SpellingCase Case, string Line)>> ReportedAsync(IReadOnlyList<SpellingCase> cases)
    {
        await using var database = SqliteDatabase.Create();
        var walk = new RevisionWalk(new DbContextOptionsBuilder().UseSqlite(database.ConnectionString).Options);
        await walk.CreateTablesAsync(model => SpellingModel.Build(model, Columns, cases, item => item.Current), CancellationToken.None);
        var found = await walk.CompareAsync(
            model => SpellingModel.Build(model, Columns, cases, item => item.Target), CancellationToken.None);
        var lines = RevisionWalk.Lines(found.Diff).ToList();
        return [.. cases.Index().SelectMany(entry => lines.Where(
            line => line.Contains(SpellingModel.NameOf(entry.Index), StringComparison.Ordinal)).Select(line => (entry.Item, line)))];
    }
}
