using Autogen.Graph;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Commands;

/// <summary>What operations take from a database that nothing brings back, for a person to confirm.</summary>
internal sealed record DowngradeLosses
{
    private const int MostNames = 8;

    private readonly List<string> tables = [];
    private readonly List<string> columns = [];
    private readonly List<string> types = [];
    private readonly List<string> rows = [];
    private bool hasSql;
    private bool hasCode;

    /// <summary>Reads operations.</summary>
    public static DowngradeLosses Of(IEnumerable<MigrationOperation> operations)
    {
        var losses = new DowngradeLosses();
        losses.Add(operations);
        return losses;
    }

    /// <summary>The question before a downgrade; <see langword="null"/> if it leaves the base and loses nothing.</summary>
    /// <param name="steps">The steps, one at least.</param>
    public string? Question(IReadOnlyList<RevisionStep> steps)
    {
        var after = steps[^1].After;
        var losses = Sentences().ToList();
        if (losses.Count == 0 && after.Count > 0)
            return null;
        var reverted = $"Reverts {steps.Count} {(steps.Count == 1 ? "revision" : "revisions")}, "
            + $"to {(after.Count == 0 ? "<base>" : string.Join(", ", after))}";
        return string.Join("; ", losses.Prepend(reverted)) + ". Go on?";
    }

    private IEnumerable<string> Sentences()
    {
        if (tables.Count > 0)
            yield return $"drops {Names("table", tables)} with all rows";
        if (columns.Count > 0)
            yield return $"drops {Names("column", columns)} with all values";
        if (rows.Count > 0)
            yield return $"deletes rows of {Names("table", rows)}";
        if (types.Count > 0)
            yield return $"changes the type of {Names("column", types)}";
        if (hasSql)
            yield return "runs SQL of its own";
        if (hasCode)
            yield return "runs code of its own";
    }

    private void Add(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            switch (operation)
            {
                case DropTableOperation drop:
                    tables.Add(Qualified(drop.Schema, drop.Name));
                    break;
                case DropColumnOperation drop:
                    columns.Add($"{Qualified(drop.Schema, drop.Table)}.{drop.Name}");
                    break;
                case DeleteDataOperation delete:
                    rows.Add(Qualified(delete.Schema, delete.Table));
                    break;
                case DeleteRowOperation delete:
                    rows.Add(Qualified(delete.Schema, delete.Table));
                    break;
                case AlterColumnOperation alter when alter.ColumnType is { } type && type != (alter.OldColumn.ColumnType ?? type):
                    types.Add($"{Qualified(alter.Schema, alter.Table)}.{alter.Name}");
                    break;
                case AlterColumnTypeOperation alter:
                    types.Add($"{Qualified(alter.Schema, alter.Table)}.{alter.Column}");
                    break;
                case SqlOperation or ParameterisedSqlOperation:
                    hasSql = true;
                    break;
                case RunOperation:
                    hasCode = true;
                    break;
                case AutocommitOperation autocommit:
                    Add(autocommit.Operations);
                    break;
            }
        }
    }

    private static string Qualified(string? schema, string name) => schema is null ? name : $"{schema}.{name}";

    private static string Names(string kind, List<string> names)
    {
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        var more = distinct.Count > MostNames ? $" and {distinct.Count - MostNames} more" : "";
        return $"{kind}{(distinct.Count == 1 ? "" : "s")} {string.Join(", ", distinct.Take(MostNames).Select(name => $"'{name}'"))}{more}";
    }
}
