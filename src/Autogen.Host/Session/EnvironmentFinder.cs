using System.Reflection;
using Autogen.Design.Environments;
using Autogen.Design.Models;
using Autogen.Schema;

namespace Autogen.Host.Session;

/// <summary>Finds the project's <see cref="IAutogenEnvironment"/>, and makes it.</summary>
internal static class EnvironmentFinder
{
    /// <summary>
    /// The one class of the project that implements it, else the one of the startup project; <see langword="null"/> if none exists.
    /// </summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.EnvironmentInvalid"/>: there are several, or it can't be made.</exception>
    public static ProjectEnvironment? Find(Assembly assembly, Assembly startup)
        => new[] { assembly, startup }
            .Distinct()
            .Select(place => Choose(place, [.. LoadableTypes.Of(place).Where(IsEnvironment)]))
            .FirstOrDefault(found => found is not null) is { } type
            ? new ProjectEnvironment(Create(type))
            : null;

    /// <summary>The one type of several candidates.</summary>
    public static Type? Choose(Assembly place, IReadOnlyList<Type> candidates) => candidates.Count switch
    {
        0 => null,
        1 => candidates[0],
        _ => throw new AutogenException(
            ErrorCode.EnvironmentInvalid,
            $"{place.GetName().Name} has several classes that implement {nameof(IAutogenEnvironment)}: "
            + $"{string.Join(", ", candidates.Select(type => type.FullName).Order(StringComparer.Ordinal))}. Keep one; "
            + "an abstract class does not count."),
    };

    /// <summary>Creates the environment.</summary>
    public static IAutogenEnvironment Create(Type type)
    {
        if (type.GetConstructor([]) is not { } constructor)
        {
            throw new AutogenException(
                ErrorCode.EnvironmentInvalid,
                $"{type.FullName} implements {nameof(IAutogenEnvironment)}, but has no public constructor without parameters. Add one; "
                    + "the context comes with Begin.");
        }

        try
        {
            return (IAutogenEnvironment)constructor.Invoke(null);
        }
        catch (TargetInvocationException exception)
        {
            var cause = exception.GetBaseException();
            throw new AutogenException(
                ErrorCode.EnvironmentInvalid,
                $"{type.FullName} could not be made: its constructor threw {cause.GetType().Name}: "
                    + $"{Sentence.Ended(cause.Message)} --verbose shows where.",
                cause);
        }
    }

    private static bool IsEnvironment(Type type)
        => typeof(IAutogenEnvironment).IsAssignableFrom(type)
            && type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false };
}
