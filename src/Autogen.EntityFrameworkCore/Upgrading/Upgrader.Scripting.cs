using System.Globalization;
using System.Text;
using Autogen.Graph;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

// SQL for a person to read or run.
internal sealed partial class Upgrader
{
    /// <summary>The script of the steps to a target, with the version table's statements; the same for the same database.</summary>
    /// <exception cref="AutogenException">A step does what has no SQL before it runs (<see cref="ErrorCode.OperationNotSupported"/>).</exception>
    public async Task<string> ScriptAsync(string target, StepDirection direction, CancellationToken cancellationToken)
    {
        var open = await OpenConnection.OfAsync(context, cancellationToken).ConfigureAwait(false);
        await using var closing = open.ConfigureAwait(false);
        var rows = await versionTable.ReadAsync(Connection, null, cancellationToken).ConfigureAwait(false);
        var exists = await versionTable.ExistsAsync(Connection, null, cancellationToken).ConfigureAwait(false);
        var script = new StringBuilder();
        foreach (var step in Plan(rows, target, direction))
        {
            script.Append(CultureInfo.InvariantCulture, $"-- {(step.Direction == StepDirection.Upgrade ? "Upgrade to" : "Downgrade from")} {step.Node.Id}: {step.Node.Message.ReplaceLineEndings(" ")}\n");
            script.Append("BEGIN;\n\n");
            AppendStatements(script, compiler.Compile(step), step.Node.Id);
            if (!exists)
                Append(script, versionTable.CreateSql);
            exists = true;
            foreach (var row in step.Rows)
                Append(script, versionTable.RowSql(row));
            script.Append("COMMIT;\n\n");
        }

        return script.ToString();
    }

    /// <summary>The SQL of operations that no revision holds yet; nothing of the version table.</summary>
    public string Script(IReadOnlyList<MigrationOperation> operations)
    {
        var script = new StringBuilder();
        AppendStatements(script, compiler.Compile(operations), "(new)");
        return script.ToString();
    }

    private static void AppendStatements(StringBuilder script, IReadOnlyList<StepStatement> statements, string revision)
    {
        foreach (var statement in statements)
        {
            if (statement is Sqlite.RebuildStatement rebuild)
            {
                script.Append(CultureInfo.InvariantCulture, $"-- Table {rebuild.Table} is rebuilt from what is there when the revision runs: {rebuild.Summary}\n\n");
                continue;
            }

            if (statement.Sql is not { } sql)
            {
                throw new AutogenException(
                    ErrorCode.OperationNotSupported,
                    $"Revision {revision} runs code (op.Run) in operation {statement.Number}, which no script can hold. Apply it with 'dotnet autogen upgrade'.");
            }

            if (statement.IsOutsideTransaction)
                script.Append("COMMIT;\n\n");
            Append(script, sql);
            if (statement.IsOutsideTransaction)
                script.Append("BEGIN;\n\n");
        }
    }

    private static void Append(StringBuilder script, string sql)
    {
        var text = sql.ReplaceLineEndings("\n").Trim();
        script.Append(text);
        if (!text.EndsWith(';'))
            script.Append(';');
        script.Append("\n\n");
    }
}
