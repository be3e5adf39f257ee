using System.Reflection;
using System.Text;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Autogen.Upgrading.Records;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

/// <summary>The revisions of an assembly: the graph of them, and what each does.</summary>
internal sealed class RevisionSet
{
    private readonly Dictionary<string, Type> types;

    private RevisionSet(IReadOnlyList<(RevisionNode Node, Type Type)> revisions)
    {
        Graph = new RevisionGraph(revisions.Select(revision => revision.Node));
        types = revisions.ToDictionary(revision => revision.Node.Id, revision => revision.Type, StringComparer.Ordinal);
    }

    /// <summary>The graph.</summary>
    public RevisionGraph Graph { get; }

    /// <summary>The names of the revisions' classes.</summary>
    public IReadOnlyCollection<string> ClassNames => [.. types.Values.Select(type => type.Name)];

    /// <summary>Finds the classes with <see cref="RevisionAttribute"/>.</summary>
    /// <exception cref="AutogenException">A class is no <see cref="Revision"/>, or the graph is not whole.</exception>
    public static RevisionSet From(params IEnumerable<Assembly> assemblies) => Find(assemblies, (_, _) => true);

    /// <summary>Finds the revisions with the given ids.</summary>
    /// <inheritdoc cref="From(IEnumerable{Assembly})"/>
    public static RevisionSet From(Assembly assembly, IReadOnlySet<string> ids) => Find([assembly], (_, id) => ids.Contains(id));

    /// <summary>Finds those in a namespace, or below it.</summary>
    /// <inheritdoc cref="From(IEnumerable{Assembly})"/>
    public static RevisionSet From(Assembly assembly, string namespaceName)
        => Find([assembly], (type, _) => $"{type.Namespace}.".StartsWith($"{namespaceName}.", StringComparison.Ordinal));

    private static RevisionSet Find(IEnumerable<Assembly> assemblies, Func<Type, string, bool> counts)
        => new([.. assemblies.SelectMany(LoadableTypes)
            .Select(type => (type, attribute: type.GetCustomAttribute<RevisionAttribute>()))
            .Where(entry => entry.attribute is { } attribute && counts(entry.type, attribute.Id))
            .OrderBy(entry => entry.attribute!.Id, StringComparer.Ordinal)
            .Select(entry => (NodeOf(entry.type, entry.attribute!), entry.type))]);

    /// <summary>These revisions and those of one more assembly.</summary>
    public RevisionSet With(Assembly assembly)
    {
        var own = types.Keys.ToHashSet(StringComparer.Ordinal);
        return Find(
            [.. types.Values.Select(type => type.Assembly).Append(assembly).Distinct()],
            (type, id) => type.Assembly == assembly || own.Contains(id));
    }

    /// <summary>The operations of one of a revision's bodies, on a provider.</summary>
    public IReadOnlyList<MigrationOperation> OperationsOf(string id, StepDirection direction, string provider)
    {
        var builder = new MigrationBuilder(provider);
        try
        {
            var revision = (Revision)Activator.CreateInstance(types[id], nonPublic: true)!;
            if (direction == StepDirection.Upgrade)
                revision.Upgrade(builder);
            else
                revision.Downgrade(builder);
        }
#pragma warning disable CA1031 // It is the user's code, and may throw anything.
        catch (Exception exception) when (exception is not AutogenException)
#pragma warning restore CA1031
        {
            var thrown = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"Revision {id} ({types[id].FullName}): its {direction} can't say what it does: {thrown.Message}",
                thrown);
        }

        if (IsAdopted(id))
            AdoptedOperations.Mark(builder.Operations);
        return builder.Operations;
    }

    /// <summary>Whether a revision took over what existed.</summary>
    public bool IsAdopted(string id) => types[id].GetCustomAttribute<RevisionAttribute>()!.Adopted; // it has one, or would not be here

    /// <summary>A checksum of what one of a revision's bodies does on a provider.</summary>
    public string ChecksumOf(string id, StepDirection direction, string provider)
        => OperationChecksum.Of(OperationsOf(id, direction, provider));

    // A type of an assembly that is missing at run time can't be a revision that runs.
    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException exception)
        {
            return exception.Types.OfType<Type>();
        }
    }

    private static RevisionNode NodeOf(Type type, RevisionAttribute attribute)
    {
        if (!typeof(Revision).IsAssignableFrom(type)
            || type.IsAbstract
            || type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is null)
            throw new AutogenException(
                ErrorCode.RevisionInvalid,
                $"{type.FullName} has [Revision], but is no class with a parameterless constructor that derives from Autogen.Revision.");
        return new RevisionNode(attribute.Id, Texts(attribute.Revises))
        {
            DependsOn = Texts(attribute.DependsOn),
            Labels = Texts(attribute.Branch),
            Created = attribute.Created,
            Message = InWords(type.Name),
            Source = type.FullName ?? type.Name,
        };
    }

    private static EquatableList<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        string[] texts => texts.ToEquatableList(),
        _ => throw new AutogenException(
            ErrorCode.RevisionInvalid,
            $"[Revision] takes a string or a string[] for Revises, Branch and DependsOn, not {value.GetType().Name}."),
    };

    // The class's documentation does not exist at run time; its name says nearly the same.
    private static string InWords(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
