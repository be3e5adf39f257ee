using Autogen.Commands;
using Autogen.Design;
using Autogen.Design.Environments;
using Autogen.Design.Ownership;
using Autogen.Design.Planning;
using Autogen.Messages;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Host.Commands;

/// <summary>Differences and dangers as messages.</summary>
internal static class Describe
{
    /// <summary>
    /// The lines of every change, the significant ones and with them the cosmetic; and operations that only the
    /// project's review accounts for.
    /// </summary>
    /// <param name="found">The comparison's result.</param>
    /// <param name="hasDefinitions">Whether each has the definitions of its object.</param>
    public static IReadOnlyList<ChangeMessage> Changes(AutogenerateResult found, bool hasDefinitions = false)
    {
        var changes = ChangeText.Lines(found.Diff).Select(line => hasDefinitions ? WithDefinitions(line) : Line(line));
        var unexplained = found.Unexplained.Select(OperationName.Of).Select(name => new ChangeMessage(
            "added",
            "operation",
            Table: null,
            name,
            $"operation {name} of the project's environment",
            Cosmetic: false,
            CosmeticKind: null,
            Reason: null));
        return [.. changes, .. unexplained];
    }

    /// <summary>A line of a change.</summary>
    public static ChangeMessage Line(ChangeLine line)
        => new(
            line.Action,
            line.Kind,
            line.Table,
            line.Name,
            line.Text,
            line.Facet?.Significance == Significance.Cosmetic,
            line.Facet?.CosmeticKind,
            line.Facet?.Reason);

    /// <summary>The dangers, each once.</summary>
    public static IReadOnlyList<RiskMessage> Risks(AutogenerateResult found)
    {
        var tables = found.RisksOfOperations
            .GroupBy(item => item.Risk)
            .ToDictionary(group => group.Key, group => group.Select(item => TableOf(item.Operation)).FirstOrDefault());
        return [.. found.Risks.Select(risk => new RiskMessage(
            KindOf(risk.Kind),
            risk.Message,
            risk.Rename?.Hint.ToString(),
            risk.Rename?.Question ?? risk.Missing?.Question,
            risk.Missing?.Option,
            risk.Missing?.Rows?.Number)
        {
            Table = tables.GetValueOrDefault(risk),
        })];
    }

    /// <summary>Tables that are left alone: nobody's, and those in which tools keep what was applied.</summary>
    public static (IReadOnlyList<string> Unmanaged, IReadOnlyList<string> History) LeftAlone(AutogenerateResult found, Scope scope)
    {
        var groups = found.Unmanaged.ToLookup(scope.IsHistory, name => name.ToString());
        return ([.. groups[false]], [.. groups[true]]);
    }

    private static ChangeMessage WithDefinitions(ChangeLine line) => Line(line) with
    {
        Before = DefinitionText.Of(line.Change.Kind, line.Change.Table, line.Change.Before),
        After = DefinitionText.Of(line.Change.Kind, line.Change.Table, line.Change.After),
    };

    private static string? TableOf(MigrationOperation operation) => operation switch
    {
        ITableMigrationOperation { Table: { } table } part => new ObjectName(part.Schema, table).ToString(),
        _ => OperationSubject.Of(operation) switch
        {
            { Table: { } table } subject => new ObjectName(subject.Schema, table).ToString(),
            { Kind: ObjectKind.Table, Name: { } name } subject => new ObjectName(subject.Schema, name).ToString(),
            _ => null,
        },
    };

    private static string KindOf(RiskKind kind) => char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];
}
