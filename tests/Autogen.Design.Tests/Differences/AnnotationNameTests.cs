using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Autogen.Design.Providers;

namespace Autogen.Design.Tests.Differences;

/// <summary>
/// Annotation names of EF Core's relational package and of both providers, in the versions that the tests run with and at the floor,
/// against the table of docs/differences.md.
/// </summary>
public class AnnotationNameTests
{
    private const string Floor = "10.0.0";

    // The namespaces themselves.
    private static readonly string[] prefixes = ["Relational:", "Npgsql:", "Sqlite:", "Npgsql:CockroachDB:", "CockroachDB:"];

    private static readonly (string Package, string Assembly)[] packages =
    [
        ("npgsql.entityframeworkcore.postgresql", "Npgsql.EntityFrameworkCore.PostgreSQL"),
        ("microsoft.entityframeworkcore.sqlite.core", "Microsoft.EntityFrameworkCore.Sqlite"),
        ("microsoft.entityframeworkcore.relational", "Microsoft.EntityFrameworkCore.Relational"),
    ];

    public static TheoryData<string> Assemblies =>
        [.. packages.Select(package => Assembly.Load(package.Assembly).Location), .. packages.Select(AtTheFloor)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Annotation_is_compared_or_listed(string assembly)
    {
        var names = Constants(assembly);
        Assert.True(names.Count > 5, $"{assembly} has the names {string.Join(", ", names)}.");
        Assert.Empty(names.Except(Listed.Select(entry => entry.Name), StringComparer.Ordinal));
    }

    [Fact]
    public void Annotation_is_listed_once_and_exists()
    {
        Assert.Equal(Listed.Select(entry => entry.Name).Distinct(StringComparer.Ordinal), Listed.Select(entry => entry.Name));
        var known = packages.SelectMany(package => Constants(Assembly.Load(package.Assembly).Location)).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Listed.Select(entry => entry.Name).Except(known, StringComparer.Ordinal));
    }

    [Fact]
    public void Annotation_of_a_provider_is_listed_as_what_the_code_does_with_it()
        => Assert.Equal(
            OfProviders.Where(entry => AllProviders.Know(entry.Name)).Select(entry => entry.Name).Order(StringComparer.Ordinal),
            OfProviders.Where(entry => entry.What is "compared" or "how").Select(entry => entry.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<(string What, string Name)> OfProviders
        => Listed.Where(entry => !entry.Name.StartsWith("Relational:", StringComparison.Ordinal));

    private static string Table => Repository.Read("docs/differences.md").Split("## Annotations")[1];

    private static IReadOnlyList<(string What, string Name)> Listed { get; } =
        [.. Regex.Matches(Table, @"^\| (\w+) \| (`[^|]+) \|", RegexOptions.Multiline).SelectMany(
            row => Regex.Matches(row.Groups[2].Value, "`([^`]+)`").Select(name => (row.Groups[1].Value, name.Groups[1].Value)))];

    private static string AtTheFloor((string Package, string Assembly) package) => Path.Combine(
        typeof(AnnotationNameTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(item => item.Key == "PackageRoot").Value!,
        package.Package,
        Floor,
        "lib",
        "net10.0",
        package.Assembly + ".dll");

    // By the metadata: an assembly of another version is not loaded.
    private static IReadOnlyList<string> Constants(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return [.. from type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                   where metadata.GetString(type.Name).EndsWith("AnnotationNames", StringComparison.Ordinal)
                   from field in type.GetFields().Select(metadata.GetFieldDefinition)
                   where field.Attributes.HasFlag(FieldAttributes.Literal) && !field.GetDefaultValue().IsNil
                   let constant = metadata.GetConstant(field.GetDefaultValue())
                   where constant.TypeCode == ConstantTypeCode.String
                   let reader = metadata.GetBlobReader(constant.Value)
                   select reader.ReadUTF16(reader.Length) into name
                   where name.Contains(':', StringComparison.Ordinal) && !prefixes.Contains(name, StringComparer.Ordinal)
                   select name];
    }
}
