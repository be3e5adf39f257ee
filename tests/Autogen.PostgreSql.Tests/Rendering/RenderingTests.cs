using Autogen.Schema.Comparison;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.PostgreSql;

namespace Autogen.PostgreSql.Tests.Rendering;

[Case("S2")]
public class RenderingTests
{
    private static readonly PostgreSqlDialect dialect = new();

    [Fact]
    public async Task Comparing_runs_no_function_of_the_database()
    {
        await using var trapped = await RunningFunctions.CreateAsync();
        var current = await dialect.ReadAsync(trapped.Connection, CancellationToken.None);
        var target = RunningFunctions.Respelled(current, text => text switch
        {
            "5" => "CAST('5' AS integer)",
            _ when text.Contains("trap(", StringComparison.Ordinal) => text.Replace("trap(", "public.trap(", StringComparison.Ordinal),
            _ when text.Contains("~~~~", StringComparison.Ordinal)
                => text.Replace("~~~~", "OPERATOR(public.~~~~)", StringComparison.Ordinal),
            _ => $"COALESCE({text})",
        });
        var (live, model, refusal) = await dialect.NormaliseAsync(trapped.Connection, current, target, CancellationToken.None);
        Assert.Empty(trapped.Sprung);
        Assert.Null(refusal);

        // Rendered are all that can be without running something.
        var answers = Pairs(live, model).ToLookup(pair => dialect.SameExpression(pair.Current, pair.Target).Verdict, pair => pair.Owner);
        Assert.Equal(["domain", "first", "many", "pair", "span"], answers[FacetVerdict.Unknown].Order(StringComparer.Ordinal));
        Assert.Equal(["a", "c", "ck", "computed", "filtered", "g", "op"], answers[FacetVerdict.Same].Order(StringComparer.Ordinal));
        Assert.Empty(answers[FacetVerdict.Different]);
    }

    [Fact]
    public async Task What_differs_is_found_without_running_a_function()
    {
        await using var trapped = await RunningFunctions.CreateAsync();
        var current = await dialect.ReadAsync(trapped.Connection, CancellationToken.None);
        var target = RunningFunctions.Respelled(current, text => text.Replace("trap(", "trap(1 + ", StringComparison.Ordinal));
        var (live, model, _) = await dialect.NormaliseAsync(trapped.Connection, current, target, CancellationToken.None);
        Assert.Empty(trapped.Sprung);
        var different = Pairs(live, model)
            .Where(pair => dialect.SameExpression(pair.Current, pair.Target) != FacetAnswer.Same)
            .Select(pair => pair.Owner);
        Assert.Equal(["a", "ck", "computed", "filtered", "g"], different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Asking_what_would_be_refused_runs_no_function()
    {
        await using var trapped = await RunningFunctions.CreateAsync();
        var current = await dialect.ReadAsync(trapped.Connection, CancellationToken.None);
        var target = RunningFunctions.Respelled(
            current,
            text => text.Replace("trap(2)", "at_times()", StringComparison.Ordinal).Replace(
                "trap(4)", "at_times() + trap(4)", StringComparison.Ordinal));
        var parts = NewPartsOfDiff.Find(SchemaComparer.Compare(current with { Tables = [] }, target, dialect, new ComparisonOptions()));
        var refusals = await dialect.FindRefusalsAsync(trapped.Connection, parts, CancellationToken.None);
        Assert.Empty(trapped.Sprung);
        Assert.Equal(
            ["g: generation expression is not immutable", "filtered: functions in index predicate must be marked IMMUTABLE"],
            refusals.Select(refusal => $"{refusal.Name}: {refusal.Reason}"));
    }

    private static IEnumerable<(string Owner, SqlExpression Current, SqlExpression Target)> Pairs(DatabaseSchema live, DatabaseSchema model)
        => Expressions(live).Zip(Expressions(model), (one, other) => (one.Owner, one.Expression, other.Expression));

    private static IEnumerable<(string Owner, SqlExpression Expression)> Expressions(DatabaseSchema schema)
        => schema.Tables.SelectMany(table =>
            table.Columns.Select(column => (column.Name, column.Default ?? column.Generated?.Expression))
                .Concat(table.CheckConstraints.Select(check => (check.Name ?? "", (SqlExpression?)check.Expression)))
                .Concat(table.Indexes.SelectMany(
                    index => index.Parts.Select(part => part.Expression).Append(index.Filter).Select(text => (index.Name, text)))))
            .Where(entry => entry.Item2 is not null)
            .Select(entry => (entry.Item1, entry.Item2!)); // as was just asked
}
