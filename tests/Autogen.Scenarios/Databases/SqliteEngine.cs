using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Autogen.Scenarios.Databases;

/// <summary>
/// Makes EF Core's SQLite provider run with an older SQLitePCLRaw than it was compiled against, and with another native library where
/// <c>AUTOGEN_TEST_SQLITE</c> names one (<c>libsqlite3.so.0</c>). Linked as source into the samples.
/// </summary>
public static class SqliteEngine
{
    private static int used;

    /// <summary>Installs the resolvers, once; also done when this assembly is loaded.</summary>
#pragma warning disable CA2255 // The provider's first use may come before any code of a test could call this.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Use()
    {
        if (Interlocked.Exchange(ref used, 1) == 1)
            return;

        AssemblyLoadContext.Default.Resolving += (context, name) =>
        {
            if (name.Name is null || !name.Name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal))
                return null;
            var file = Path.Combine(AppContext.BaseDirectory, name.Name + ".dll");
            return File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
        };

        if (Environment.GetEnvironmentVariable("AUTOGEN_TEST_SQLITE") is { Length: > 0 } library)
        {
            var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
            NativeLibrary.SetDllImportResolver(
                provider, (name, _, _) => string.Equals(name, "e_sqlite3", StringComparison.Ordinal) ? NativeLibrary.Load(library) : 0);
        }
    }
}
