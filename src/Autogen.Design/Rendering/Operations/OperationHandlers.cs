using System.Reflection;
using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>The list of what can be written; the first handler that matches an operation writes it.</summary>
internal static class OperationHandlers
{
    private static readonly IReadOnlyList<OperationHandler> All =
    [
        .. TableRenderer.Handlers,
        .. CreateTableRenderer.Handlers,
        .. ColumnRenderer.Handlers,
        .. KeyRenderer.Handlers,
        .. ForeignKeyRenderer.Handlers,
        .. CheckConstraintRenderer.Handlers,
        .. IndexRenderer.Handlers,
        .. SequenceRenderer.Handlers,
        .. DatabaseRenderer.Handlers,
        .. DataRenderer.Handlers,
        .. SqlRenderer.Handlers,
        .. StatementRenderer.Handlers,
    ];

    /// <summary>The operation as a call.</summary>
    /// <exception cref="AutogenException">
    /// No handler knows it, or it says what C# or EF Core's builder can't (<see cref="ErrorCode.OperationNotSupported"/>).
    /// </exception>
    internal static Draft Write(MigrationOperation operation, NameScope names)
    {
        var handler = All.FirstOrDefault(h => h.Type == operation.GetType()) ?? throw new AutogenException(
            ErrorCode.OperationNotSupported,
            $"The operation {Described(operation)} (of type {operation.GetType()}) can't be written into a revision. "
                + "Write it by hand, as SQL, into an empty revision (revision -m).");
        try
        {
            return handler.Write(operation, names);
        }
        catch (AutogenException problem) when (problem.Code == ErrorCode.OperationNotSupported)
        {
            throw new AutogenException(
                problem.Code, $"The operation {Described(operation)} can't be written into a revision. {problem.Message}", problem)
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["operation"] = Described(operation) },
            };
        }
    }

    /// <summary>The operation and what it is done to, for messages: <c>AddColumn 'total' on 'orders'</c>.</summary>
    private static string Described(MigrationOperation operation)
    {
        var kind = operation.GetType().Name;
        if (kind.EndsWith("Operation", StringComparison.Ordinal))
            kind = kind[..^"Operation".Length];
        var name = operation.GetType().GetProperty("Name", BindingFlags.Public | BindingFlags.Instance)?.GetValue(operation) as string;
        var table = (operation as ITableMigrationOperation)?.Table;
        return kind + (name is null ? "" : $" '{name}'") + (table is null ? "" : $" on '{table}'");
    }
}
