using System.Reflection;
using Autogen.Schema;

namespace Autogen.Design.Providers;

/// <summary>
/// Values of a provider's own enumerations, which its annotations must hold: taken from the provider's assembly in the application's
/// closure, where there is always one for the database that is worked on.
/// </summary>
internal static class ProviderValue
{
    /// <summary>A member of a provider's enumeration.</summary>
    public static object Of(string assembly, string type, string member) => Enum.Parse(TypeOf(assembly, type), member);

    /// <summary>A provider's type.</summary>
    /// <exception cref="AutogenException">The application does not bring the provider, or a version that has no such type.</exception>
    public static Type TypeOf(string assembly, string type)
    {
        try
        {
            return Assembly.Load(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
        }
        catch (Exception exception) when (exception is IOException or TypeLoadException or BadImageFormatException)
        {
            throw new AutogenException(
                ErrorCode.ReferenceMissing,
                $"The provider's type '{type}' could not be loaded from the application. "
                    + $"Reference the package {assembly}, version 10.0 or later.",
                exception);
        }
    }
}
