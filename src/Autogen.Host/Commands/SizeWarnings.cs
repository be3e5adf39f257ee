using System.Globalization;
using Autogen.Design.Planning;
using Autogen.Host.Session;

namespace Autogen.Host.Commands;

/// <summary>What a large revision needs of the server that it runs on and of the compiler.</summary>
internal static class SizeWarnings
{
    // The compiler's heap of string literals has 16 MB in UTF-16. ECMA-335, II.24.2.4 and II.22: offsets into it have 24 bits.
    private const long MostOfLiterals = 8_000_000;

    /// <summary>Warns of a large file and of many locks.</summary>
    /// <param name="session">The application, connected to its database.</param>
    /// <param name="operations">The upgrade.</param>
    /// <param name="length">Characters of the revision's file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task TellAsync(
        HostSession session, IReadOnlyList<PlannedOperation> operations, long length, CancellationToken cancellationToken)
    {
        if (OfCompiler(length) is { } warning)
            session.Events.Warn(warning);
        if (await session.CreateUpgrader().LockWarningAsync(operations.Select(planned => planned.Operation), cancellationToken) is { } full)
            session.Events.Warn(full);
    }

    /// <summary>The warning for a file that the compiler may refuse; <see langword="null"/> for none.</summary>
    public static string? OfCompiler(long length) => length <= MostOfLiterals ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The revision's file has {length / 1_000_000:N0} million characters. "
            + $"The C# compiler takes about 8 million characters of string literals in one assembly, "
            + $"and fails with CS8103 where there are more. ")
        + "Add <Features>$(Features);experimental-data-section-string-literals</Features> to the project that has the revisions, "
        + "or load the rows with op.Run in place of HasData.";
}
