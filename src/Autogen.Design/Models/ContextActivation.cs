using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Models;

/// <summary>
/// EF Core's <c>Microsoft.EntityFrameworkCore.Design.DbContextActivator</c>, called by reflection: the application's copy of that assembly
/// is of the application's version, and so not one that could be compiled against.
/// </summary>
internal static class ContextActivation
{
    /// <summary>Creates a context by a factory, the application's host, or a constructor.</summary>
    public static DbContext Create(Type type, Assembly startup, IReadOnlyList<string> arguments)
    {
        var design = Assembly.Load("Microsoft.EntityFrameworkCore.Design");
        var activator = design.GetType("Microsoft.EntityFrameworkCore.Design.DbContextActivator", throwOnError: true)!; // throws otherwise
        var create = activator.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Single(method => string.Equals(method.Name, "CreateInstance", StringComparison.Ordinal) && method.GetParameters().Length == 4);
        var handler = Activator.CreateInstance(
            // throws otherwise
            design.GetType("Microsoft.EntityFrameworkCore.Design.OperationReportHandler", throwOnError: true)!, null, null, null, null);
        return (DbContext)create.Invoke(null, [type, startup, handler, arguments.ToArray()])!; // never null: it throws
    }
}
