using Autogen.Commands;
using Autogen.Design.Planning;
using Autogen.Host.Session;

namespace Autogen.Host.Commands;

/// <summary>The SQL of planned operations.</summary>
internal static class OperationScript
{
    /// <summary>The operations as a script.</summary>
    public static string Write(HostSession session, IReadOnlyList<PlannedOperation> operations)
        => session.CreateUpgrader().Script([.. operations.Select(planned => planned.Operation)]);

    /// <summary>Writes it into the file, if there is one.</summary>
    /// <returns>The script for the result; <see langword="null"/> where a file has it.</returns>
    public static Task<string?> WriteAsync(HostSession session, string? path, IReadOnlyList<PlannedOperation> operations)
        => TextFile.WriteAsync(path, output =>
        {
            session.CreateUpgrader().Script([.. operations.Select(planned => planned.Operation)], output);
            return Task.CompletedTask;
        });
}
