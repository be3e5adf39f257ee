using System.Text.RegularExpressions;
using Autogen.Schema.Dialects;

namespace Autogen.Design.Adopting;

/// <summary>
/// What the body of a function may use, by the names in it, where the database keeps no record of that. The objects are indexed by name,
/// because a database may have tens of thousands of functions.
/// </summary>
internal sealed partial class NamedObjects
{
    private readonly bool isWide;
    private readonly Dictionary<string, int> positions;
    private readonly ILookup<string, string> byWord;
    private readonly List<(string Name, string Id)> byText;
    private readonly ILookup<string, string> bySchema;

    /// <summary>Indexes the objects.</summary>
    /// <param name="dependencies">What the database knows.</param>
    /// <param name="isWide">Whether every body uses all functions and extensions of its schema: names were not enough.</param>
    public NamedObjects(ObjectDependencies dependencies, bool isWide)
    {
        this.isWide = isWide;
        var objects = dependencies.Objects.Values.Where(item => !item.IsRelation && !IsOfTrigger(item)).ToList();
        positions =
            objects.Select((item, index) => (item.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        var names = objects.SelectMany(item => NamesOf(item, dependencies).Select(name => (Name: name, item.Id))).ToList();
        byWord = names.ToLookup(name => name.Name, name => name.Id, StringComparer.Ordinal);

        // A quoted name is more than one word, or none.
        byText = names.FindAll(name => Word().Match(name.Name).Length < name.Name.Length);
        bySchema = objects.Where(item => item.IsRoutine || item.Kind == NeededObject.Extension)
            .ToLookup(item => item.Schema ?? "", item => item.Id, StringComparer.Ordinal);
    }

    /// <summary>The ids of the objects that a function's body names, in the order of the database's.</summary>
    public IEnumerable<string> By(NeededObject function)
    {
        if (function.Body is not { } body)
            return [];
        return WordsOf(body).SelectMany(word => byWord[word])
            .Concat(byText.Where(name => body.Contains(name.Name, StringComparison.Ordinal)).Select(name => name.Id))
            .Where(id => id != function.Id)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(id => positions[id]);
    }

    /// <summary>Whether a function's body may use more than it names: all functions and extensions of its schema.</summary>
    public bool MayUseSchema(NeededObject function)
        => function.Body is { } body && (isWide || function.Language is not ("sql" or "plpgsql") || WordsOf(body).Contains("execute"));

    /// <summary>The ids of the functions and extensions in a schema.</summary>
    public IEnumerable<string> InSchema(string? schema) => bySchema[schema ?? ""];

    private static HashSet<string> WordsOf(string body)
        => Word().Matches(body)
            .SelectMany(match => new[] { match.Value, match.Value.ToLowerInvariant() })
            .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(NeededObject item, ObjectDependencies dependencies)
        => item.Kind == NeededObject.Extension ? dependencies.ExtensionWords[item.Name] : item.Word is { } word ? [word] : [];

    // Nothing but a trigger can call it.
    private static bool IsOfTrigger(NeededObject item)
        => item is { Kind: "function", Body: null } && item.Language is not ("sql" or "c" or "internal");

    [GeneratedRegex(@"[\w$]+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Word();
}
