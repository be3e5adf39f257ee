using Autogen.Schema.Objects;

namespace Autogen.Design.Models;

/// <summary>
/// Collations of the model: annotations <c>Npgsql:CollationDefinition:[schema.]name</c> with LC_COLLATE, LC_CTYPE, provider and
/// determinism separated by commas.
/// </summary>
internal static class CollationModel
{
    /// <summary>What the names of the annotations begin with.</summary>
    public const string Prefix = "Npgsql:CollationDefinition:";

    /// <summary>Reads the model's collations, sorted.</summary>
    public static IEnumerable<Collation> Read(ModelScope scope)
        => ModelAnnotations.WithPrefix(scope, Prefix)
            .Select(annotation =>
                (Name: ModelAnnotations.SplitName(annotation.Name[Prefix.Length..]), Parts: (annotation.Value as string ?? "").Split(',')))
            .Select(entry => new Collation(scope.Name(entry.Name.Schema, entry.Name.Name))
            {
                Definition = new Hint<string>(string.Join(", ", Definition(scope, entry.Parts)))
            })
            .OrderBy(collation => collation.Name);

    private static IEnumerable<string> Definition(ModelScope scope, string[] parts)
    {
        string Part(int index) => index < parts.Length ? parts[index] : "";
        if (string.Equals(Part(0), Part(1), StringComparison.Ordinal))
        {
            yield return $"LOCALE = {scope.Dialect.StringLiteral(Part(0))}";
        }
        else
        {
            yield return $"LC_COLLATE = {scope.Dialect.StringLiteral(Part(0))}";
            yield return $"LC_CTYPE = {scope.Dialect.StringLiteral(Part(1))}";
        }

        if (Part(2).Length > 0)
            yield return $"PROVIDER = {Part(2)}";
        if (bool.TryParse(Part(3), out var isDeterministic) && !isDeterministic)
            yield return "DETERMINISTIC = false";
    }
}
