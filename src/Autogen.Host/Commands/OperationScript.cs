using Autogen.Design.Planning;
using Autogen.Host.Session;

namespace Autogen.Host.Commands;

/// <summary>The SQL of planned operations.</summary>
internal static class OperationScript
{
    /// <summary>Writes it.</summary>
    public static string Write(HostSession session, IReadOnlyList<PlannedOperation> operations)
        => session.CreateUpgrader().Script([.. operations.Select(planned => planned.Operation)]);
}
