using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Shop;

/// <summary>
/// Lets EF Core's SQLite provider run with an older SQLitePCLRaw than it was compiled against, and with another native library
/// where <c>AUTOGEN_TEST_SQLITE</c> names one (<c>libsqlite3.so.0</c>). An application with a current SQLitePCLRaw needs none of this.
/// </summary>
internal static class SqliteEngine
{
#pragma warning disable CA2255 // The provider may be used before any code of the application runs.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Use()
    {
        // Beside this assembly, not in AppContext.BaseDirectory: a design-time tool loads the application from somewhere else.
        // In a single file there is no folder; the assemblies in it are found by their bare names.
        var folder = Path.GetDirectoryName(typeof(SqliteEngine).Assembly.Location);

        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            if (name.Name is null || !name.Name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal))
                return null;
            if (string.IsNullOrEmpty(folder))
                return name.Version is null ? null : context.LoadFromAssemblyName(new AssemblyName(name.Name));
            var file = Path.Combine(folder, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };

        if (Environment.GetEnvironmentVariable("AUTOGEN_TEST_SQLITE") is { Length: > 0 } library)
        {
            var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
            NativeLibrary.SetDllImportResolver(
                provider, (name, _, _) => name == "e_sqlite3" ? NativeLibrary.Load(library) : 0);
        }
    }
}
