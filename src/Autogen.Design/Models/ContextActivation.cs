using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Models;

/// <summary>
/// EF Core's <c>Microsoft.EntityFrameworkCore.Design.DbContextActivator</c>, called by reflection: the application's copy of that assembly
/// is of the application's version, and so not one that could be compiled against.
/// </summary>
internal static class ContextActivation
{
    private const string HostFailed = "Error: ";

    /// <summary>Creates a context by a factory, the application's host, or a constructor.</summary>
    /// <param name="type">The context's class.</param>
    /// <param name="startup">The assembly whose entry point and factories count.</param>
    /// <param name="arguments">What the application's startup gets.</param>
    /// <param name="onHostFailure">
    /// Gets what the application threw before its host was built. EF Core goes on to the constructor then, whose own failure says nothing.
    /// </param>
    public static DbContext Create(Type type, Assembly startup, IReadOnlyList<string> arguments, Action<string> onHostFailure)
    {
        var design = Assembly.Load("Microsoft.EntityFrameworkCore.Design");
        var activator = design.GetType("Microsoft.EntityFrameworkCore.Design.DbContextActivator", throwOnError: true)!; // throws otherwise
        var create = activator.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => string.Equals(method.Name, "CreateInstance", StringComparison.Ordinal) && method.GetParameters().Length == 4);
        var handler = Activator.CreateInstance(
            // throws otherwise
            design.GetType("Microsoft.EntityFrameworkCore.Design.OperationReportHandler", throwOnError: true)!,
            null,
            (Action<string>)Report,
            (Action<string>)Report,
            null);
        return (DbContext)create.Invoke(null, [type, startup, handler, arguments.ToArray()])!; // never null: it throws

        // "An error occurred while accessing the Microsoft.Extensions.Hosting services. Continuing without … Error: …"
        void Report(string message)
        {
            if (message.Contains("Microsoft.Extensions.Hosting", StringComparison.Ordinal)
                && message.IndexOf(HostFailed, StringComparison.Ordinal) is var at and >= 0)
                onHostFailure(message[(at + HostFailed.Length)..]);
        }
    }
}
