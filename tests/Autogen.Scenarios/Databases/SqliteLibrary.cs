using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Autogen.Scenarios.Databases;

/// <summary>
/// Runs the tests on another SQLite than the one of the package, where <c>AUTOGEN_TEST_SQLITE</c> names a native library
/// (<c>libsqlite3.so.0</c>, the operating system's).
/// </summary>
internal static class SqliteLibrary
{
#pragma warning disable CA2255 // The provider's first use may come before any code of a test could call this.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Use()
    {
        if (Environment.GetEnvironmentVariable("AUTOGEN_TEST_SQLITE") is not { Length: > 0 } library)
            return;
        NativeLibrary.SetDllImportResolver(
            Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"),
            (name, _, _) => string.Equals(name, "e_sqlite3", StringComparison.Ordinal) ? NativeLibrary.Load(library) : 0);
    }
}
