using System.Globalization;
using Autogen.Commands;
using Autogen.Design.Planning;
using Autogen.Host.Session;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Host.Commands;

/// <summary>What a large revision needs of the server that it runs on and of the compiler.</summary>
internal static class SizeWarnings
{
    // The compiler's heap of string literals has 16 MB in UTF-16. ECMA-335, II.24.2.4 and II.22: offsets into it have 24 bits.
    private const long MostOfLiterals = 8_000_000;

    // Outside of that heap each literal is a field, and a type has at most 65,535 (TypeLoadException: too many
    // fields). The rest is for others.
    private const int MostFields = 60_000;

    // Length from which the compiler's feature moves a literal out of the heap, where no other length is given.
    private const int LeastLong = 100;

    /// <summary>Warns of a large file and of many locks.</summary>
    /// <param name="session">The application, connected to its database.</param>
    /// <param name="upgrade">The upgrade.</param>
    /// <param name="downgrade">The downgrade, which inserts the rows that the upgrade deletes.</param>
    /// <param name="length">Characters of the revision's file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task TellAsync(
        ProjectSession session,
        IReadOnlyList<PlannedOperation> upgrade,
        IReadOnlyList<PlannedOperation> downgrade,
        long length,
        CancellationToken cancellationToken)
    {
        if (OfCompiler(length, LiteralsOf(upgrade.Concat(downgrade).Select(planned => planned.Operation))) is { } warning)
            session.Events.Warn(warning);
        if (await session.CreateUpgrader().LockWarningAsync(upgrade.Select(planned => planned.Operation), cancellationToken) is { } full)
            session.Events.Warn(full);
    }

    /// <summary>The warning for a file that the compiler rejects; <see langword="null"/> for none.</summary>
    /// <param name="length">Characters of the file.</param>
    /// <param name="literals">Lengths of its string values in characters.</param>
    public static string? OfCompiler(long length, IEnumerable<int> literals)
    {
        if (length <= MostOfLiterals)
            return null;
        var problem = string.Create(
            CultureInfo.InvariantCulture,
            $"The revision's file has {length / 1_000_000:N0} million characters. "
                + $"The C# compiler takes about 8 million characters of string literals in one assembly, "
                + $"and fails with CS8103 where there are more. ");
        return problem + (ShortestOutsideOfHeap([.. literals.OrderDescending()]) switch
        {
            null => "No setting of the compiler helps, because the rows have too many texts: load them with op.Run in place of HasData.",
            LeastLong => Advice(""),
            { } shortest => Advice(string.Create(CultureInfo.InvariantCulture, $"={shortest}")),
        });
    }

    /// <summary>The lengths of the string literals that operations are written with; equal ones are one literal.</summary>
    public static IEnumerable<int> LiteralsOf(IEnumerable<MigrationOperation> operations)
        => operations.SelectMany(operation => operation switch
        {
            InsertDataOperation insert => insert.Values.OfType<string>(),
            UpdateDataOperation update => update.Values.OfType<string>(),
            InsertRowsOperation insert => insert.Rows.SelectMany(row => row),
            UpdateRowOperation update => update.Values,
            SqlOperation sql => [sql.Sql],
            _ => [],
        }).Distinct(StringComparer.Ordinal).Select(text => text.Length);

    private static string Advice(string value)
        => $"Add <Features>$(Features);experimental-data-section-string-literals{value}</Features> to the project that has the revisions, "
            + "or load the rows with op.Run in place of HasData.";

    // Of the descending lengths, the longest become fields; the others must find room in the heap.
    private static int? ShortestOutsideOfHeap(List<int> lengths)
    {
        var shortest = lengths.Count > MostFields ? Math.Max(LeastLong, lengths[MostFields] + 1) : LeastLong;
        return lengths.Where(length => length < shortest).Sum(length => (long)length) <= MostOfLiterals ? shortest : null;
    }
}
