using System.Reflection;

namespace Autogen.Design.Models;

/// <summary>
/// The types of an assembly, but those that need an assembly which does not exist: they are no reason not to find the others.
/// </summary>
internal static class LoadableTypes
{
    /// <summary>Those that can be loaded.</summary>
    public static IEnumerable<Type> Of(Assembly assembly)
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
}
