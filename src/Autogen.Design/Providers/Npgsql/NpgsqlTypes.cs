using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Providers.Npgsql;

/// <summary>
/// Objects of a database that annotations of the model as a whole name (<c>Npgsql:Enum:[schema.]name</c>), with parts separated by commas.
/// Labels of enumerated types are separated by commas, too, names by a full stop, and neither is escaped.
/// </summary>
internal static class NpgsqlTypes
{
    private static readonly string[] rangeWords = ["SUBTYPE", "CANONICAL", "SUBTYPE_OPCLASS", "COLLATION", "SUBTYPE_DIFF"];

    private static readonly Dictionary<Type, Func<IEnumerable<IAnnotation>, Dialect, IEnumerable<object>>> readers = new()
    {
        [typeof(Extension)] = (annotations, _) => ReadExtensions(annotations),
        [typeof(EnumType)] = (annotations, _) => ReadEnums(annotations),
        [typeof(Collation)] = ReadCollations,
        [typeof(RangeType)] = (annotations, _) => ReadRanges(annotations),
    };

    /// <summary>Reads the objects of a kind.</summary>
    public static IEnumerable<T> Read<T>(IEnumerable<IAnnotation> annotations, Dialect dialect)
        => readers.TryGetValue(typeof(T), out var read) ? read(annotations, dialect).Cast<T>() : [];

    // The labels.
    private static IEnumerable<EnumType> ReadEnums(IEnumerable<IAnnotation> annotations)
        => ModelAnnotations.Named(annotations, NpgsqlNames.EnumType).Select(entry => new EnumType(
            new ObjectName(entry.Schema, entry.Name), entry.Value.Length == 0 ? [] : entry.Value.Split(',').ToEquatableList()));

    /// <summary>The operation that creates an enumerated type, or <see langword="null"/> if it can't be said.</summary>
    public static AlterDatabaseOperation? Create(EnumType type)
    {
        if (HasStop(type.Name) || type.Labels.Count == 0 || type.Labels.Any(label => label.Contains(',', StringComparison.Ordinal)))
            return null;
        var operation = new AlterDatabaseOperation();
        operation.AddAnnotation(NpgsqlNames.EnumType + type.Name, string.Join(',', type.Labels));
        return operation;
    }

    // Schema, name and version.
    private static IEnumerable<Extension> ReadExtensions(IEnumerable<IAnnotation> annotations)
        => ModelAnnotations.Named(annotations, NpgsqlNames.Extension)
            .Select(entry => new Extension(entry.Name)
            {
                Schema = new Hint<string>(entry.Schema),
                Version = new Hint<string>(Part(entry.Value, 2) is { Length: > 0 } version ? version : null),
            })
            .Where(extension => !string.Equals(extension.Name, "plpgsql", StringComparison.Ordinal));

    /// <summary>The operation that creates an extension, or <see langword="null"/> if it can't be said.</summary>
    public static AlterDatabaseOperation? Create(Extension extension)
    {
        var name = new ObjectName(extension.Schema.Value, extension.Name);
        if (HasStop(name) || extension.Version.Value?.AsSpan().ContainsAny(',', '\'') == true)
            return null;
        var operation = new AlterDatabaseOperation();
        operation.AddAnnotation(NpgsqlNames.Extension + name, ",," + extension.Version.Value);
        return operation;
    }

    // LC_COLLATE, LC_CTYPE, provider and determinism.
    private static IEnumerable<Collation> ReadCollations(IEnumerable<IAnnotation> annotations, Dialect dialect)
        => ModelAnnotations.Named(annotations, NpgsqlNames.Collation)
            .Select(entry => new Collation(new ObjectName(entry.Schema, entry.Name))
            {
                Definition = new Hint<string>(string.Join(", ", CollationWords(entry.Value, dialect)))
            });

    // Subtype, canonical function, operator class, collation and difference function.
    private static IEnumerable<RangeType> ReadRanges(IEnumerable<IAnnotation> annotations)
        => ModelAnnotations.Named(annotations, NpgsqlNames.RangeType)
            .Select(entry => new RangeType(new ObjectName(entry.Schema, entry.Name))
            {
                Definition = new Hint<string>(string.Join(", ", RangeWords(entry.Value))),
            });

    private static IEnumerable<string> RangeWords(string value)
        => rangeWords.Zip(value.Split(',')).Where(pair => pair.Second.Length > 0).Select(pair => $"{pair.First} = {pair.Second}");

    private static IEnumerable<string> CollationWords(string value, Dialect dialect)
    {
        if (string.Equals(Part(value, 0), Part(value, 1), StringComparison.Ordinal))
        {
            yield return $"LOCALE = {dialect.StringLiteral(Part(value, 0))}";
        }
        else
        {
            yield return $"LC_COLLATE = {dialect.StringLiteral(Part(value, 0))}";
            yield return $"LC_CTYPE = {dialect.StringLiteral(Part(value, 1))}";
        }

        if (Part(value, 2).Length > 0)
            yield return $"PROVIDER = {Part(value, 2)}";
        if (bool.TryParse(Part(value, 3), out var isDeterministic) && !isDeterministic)
            yield return "DETERMINISTIC = false";
    }

    private static string Part(string value, int index) => value.Split(',') is var parts && index < parts.Length ? parts[index] : "";

    private static bool HasStop(ObjectName name)
        => name.Name.Contains('.', StringComparison.Ordinal) || name.Schema?.Contains('.', StringComparison.Ordinal) == true;
}
