using Autogen.Design.Adopting;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Tests.Adopting;

/// <summary>Functions whose bodies are texts use what they name; the database keeps no record of it.</summary>
[Case("R15")]
public class NeedClosureTests
{
    private static readonly ObjectName table = new("t");

    [Theory]
    [InlineData("RETURN other(1);", "f other")]
    [InlineData("RETURN OTHER(1);", "f other")]
    [InlineData("RETURN \"Odd name\"(1);", "f Odd name")]
    [InlineData("RETURN another(1);", "f")]
    [InlineData("RETURN similarity('a', 'b');", "f pg_trgm")]
    [InlineData("EXECUTE statement;", "f other Odd name pg_trgm")]
    [InlineData("RETURN first(1);", "f first second")]
    public void Body_brings_what_it_names_and_what_that_names(string body, string expected)
    {
        var closure = new NeedClosure(Dependencies(
            Function("f", body),
            Function("other", "RETURN 1;"),
            Function("Odd name", "RETURN 1;"),
            Function("first", "RETURN second(1);", "s"),
            Function("second", "RETURN 1;", "s"),
            new NeededObject("pg_trgm", NeededObject.Extension, null, "pg_trgm")), isWide: false);
        Assert.Equal(
            expected.Split(' ').Order(StringComparer.Ordinal),
            string.Join(' ', closure.Of([new Table { Name = table }]).Select(item => item.Name)).Split(' ').Order(StringComparer.Ordinal));
    }

    // Each body that builds statements brings its schema along: looking at all functions for each of them would take hours.
    [Theory]
    [InlineData("EXECUTE statement;")]
    [InlineData("RETURN f{0}(1);")]
    public void Fifty_thousand_functions_are_followed(string body)
    {
        const int Count = 50_000;
        var functions = Enumerable.Range(0, Count)
            .Select(number => Function(number == 0 ? "f" : $"f{number}", body.Replace("{0}", $"{number + 1}", StringComparison.Ordinal)));
        Assert.Equal(Count, new NeedClosure(Dependencies([.. functions]), isWide: false).Of([new Table { Name = table }]).Count);
    }

    private static NeededObject Function(string name, string body, string? schema = null)
        => new(name, "function", schema, name) { Word = name, Body = body, Language = "plpgsql" };

    // The table needs the function f.
    private static ObjectDependencies Dependencies(params NeededObject[] objects) => new(
        objects.ToDictionary(item => item.Id, StringComparer.Ordinal),
        new[] { "f" }.ToLookup(_ => table),
        Array.Empty<string>().ToLookup(id => id, StringComparer.Ordinal),
        new[] { "similarity" }.ToLookup(_ => "pg_trgm", StringComparer.Ordinal));
}
