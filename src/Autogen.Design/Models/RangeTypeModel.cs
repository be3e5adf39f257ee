using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>
/// Range types of the model: annotations <c>Npgsql:Range:[schema.]name</c> with subtype, canonical function, operator class, collation and
/// difference function separated by commas.
/// </summary>
internal static class RangeTypeModel
{
    /// <summary>What the names of the annotations begin with.</summary>
    public const string Prefix = "Npgsql:Range:";

    private static readonly string[] words = ["SUBTYPE", "CANONICAL", "SUBTYPE_OPCLASS", "COLLATION", "SUBTYPE_DIFF"];

    /// <summary>Reads the model's range types, sorted.</summary>
    public static IEnumerable<RangeType> Read(ModelScope scope)
        => ModelAnnotations.WithPrefix(scope, Prefix)
            .Select(annotation =>
                (Name: ModelAnnotations.SplitName(annotation.Name[Prefix.Length..]), Parts: (annotation.Value as string ?? "").Split(',')))
            .Select(entry => new RangeType(scope.Name(entry.Name.Schema, entry.Name.Name))
            {
                Definition = new Hint<string>(string.Join(
                    ", ", words.Zip(entry.Parts).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First} = {pair.Second}"))),
            })
            .OrderBy(type => type.Name);
}
