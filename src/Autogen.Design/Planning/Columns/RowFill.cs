using Autogen.Design.Planning.Rows;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Columns;

/// <summary>Which value existing rows get in a required column that is new, or was not required.</summary>
/// <param name="Sql">The value; <see langword="null"/> if somebody must give one.</param>
/// <param name="IsGiven">Whether a person gave it.</param>
/// <param name="Missing">What makes the revision fail on rows; <see langword="null"/> if nothing does.</param>
internal sealed record RowFill(string? Sql, bool IsGiven = false, MissingValue? Missing = null)
{
    /// <summary>The dangers.</summary>
    public IEnumerable<Risk> Risks => Missing is null ? [] : [Missing.ToRisk()];

    /// <summary>Whether the value is the same for all rows, and can be the default of a column that is added.</summary>
    public bool IsConstant(PlanScope scope) => Sql is not null && ConstantSql.IsConstant(Sql, scope.Dialect.Syntax);

    /// <summary>
    /// Finds it: the value that was given, else what EF Core's property says, else the default of the store type. A reference to other rows
    /// gets no value: hardly any row has the key zero.
    /// </summary>
    /// <param name="scope">The plan.</param>
    /// <param name="table">The table's target name.</param>
    /// <param name="current">The column as it is; <see langword="null"/> for a new one.</param>
    /// <param name="target">The column as wanted.</param>
    public static RowFill Of(PlanScope scope, ObjectName table, Column? current, Column target)
    {
        var own = OfProperty(current, target);
        if (own is { IsGiven: true, Sql: { } given })
            return new RowFill(given, IsGiven: true);
        if (current is not null && target.Default is { } value)
            return new RowFill(value.Text);

        var owner = scope.Diff.Target.FindTable(table);
        var (key, principal) = Reference(scope, owner, target.Name);
        if (current is null && principal is not null)
            return Of(scope, key!.PrincipalTable, null, principal) with { Missing = null }; // there is a principal only with a key
        var reason = key is null ? own?.Reason : $"it refers to '{key.PrincipalTable}'";
        var plain = reason is null ? own?.Sql ?? scope.Dialect.BackfillValue(target, scope.Diff.Target) : null;
        var missing = new MissingValue(table, target.Name, reason ?? $"no value is known for its type {Noun(target.Type)}")
        {
            CurrentTable = scope.Pairs.CurrentTable(table),
            CurrentColumn = current is null ? null : scope.Pairs.CurrentColumn(table, target.Name),
        };
        if (plain is null)
        {
            var seeded = new SeededFill(scope, table, target.Name);
            return new RowFill(seeded.Sql, Missing: missing with { SeededRows = seeded.Count });
        }

        if (!ConstantSql.IsConstant(plain, scope.Dialect.Syntax) || UniqueOver(scope, table, owner, target.Name) is not { } unique)
            return new RowFill(plain);
        return scope.Dialect.DistinctValue(target, scope.ServerVersion) is { } distinct
            ? new RowFill(distinct)
            : new RowFill(plain, Missing: missing with { EqualValue = plain, Reason = $"{unique} takes no equal values" });
    }

    // A live column knows no property: what was required before is so again for the property that the model has.
    private static RowValue? OfProperty(Column? current, Column target)
        => target.RowValue.Value ?? (current is not null && current.Type.Equals(target.Type) ? current.RowValue.Value : null);

    /// <summary>
    /// The foreign key of a column, and the column that it refers to if that is new, too: then the rows of both tables get the same value.
    /// </summary>
    private static (ForeignKey? Key, Column? NewPrincipal) Reference(PlanScope scope, Table? owner, string column)
    {
        // A row that has NULL in another column of the key refers to nothing:
        // https://www.postgresql.org/docs/current/sql-createtable.html (MATCH SIMPLE), https://www.sqlite.org/foreignkeys.html
        var key = owner?.ForeignKeys.FirstOrDefault(key => key.Columns.Contains(column, StringComparer.Ordinal)
            && key.Columns.All(other => string.Equals(other, column, StringComparison.Ordinal)
                || owner.FindColumn(other) is not { IsNullable: true, Default: null }));
        if (key is null || key.PrincipalTable == owner!.Name || scope.IsNew(key.PrincipalTable)) // a key has an owner
            return (key, null);
        var place = key.Columns.TakeWhile(other => !string.Equals(other, column, StringComparison.Ordinal)).Count();
        var name = key.PrincipalColumns.Skip(place).FirstOrDefault();
        var isNew = name is not null
            && scope.CurrentTable(key.PrincipalTable) is { } before
            && before.FindColumn(scope.Pairs.CurrentColumn(key.PrincipalTable, name)) is null;
        var principal = isNew ? scope.Diff.Target.FindTable(key.PrincipalTable)?.FindColumn(name!) : null; // new ones have a name
        return (key, principal is { IsNullable: false, Default: null, Identity: null, Generated: null } ? principal : null);
    }

    private static string Noun(StoreType type)
        => type is { Kind: StoreTypeKind.Composite, IsArray: false } ? $"'{type}', a composite type" : $"'{type}'";

    /// <summary>
    /// What makes rows with equal values impossible. Columns beside it that tell rows apart already, or that are empty in all, are not
    /// looked at: only their values could tell.
    /// </summary>
    private static string? UniqueOver(PlanScope scope, ObjectName table, Table? owner, string column)
    {
        if (owner is null)
            return null;
        if (owner.PrimaryKey is { } key && IsOver(key.Columns))
            return "the primary key";
        if (owner.UniqueConstraints.FirstOrDefault(unique => IsOver(unique.Columns)) is { } constraint)
            return constraint.Name is { Length: > 0 } name ? $"unique constraint '{name}'" : "a unique constraint";
        return owner.Indexes
            .Where(index => index.IsUnique && index.Filter is null && IsOver(index.Parts.Select(part => part.Column ?? "")))
            .Select(index => $"unique index '{index.Name}'")
            .FirstOrDefault();

        bool IsOver(IEnumerable<string> columns)
            => columns.Contains(column, StringComparer.Ordinal)
                && columns.All(other => string.Equals(other, column, StringComparison.Ordinal) || IsNew(other));

        bool IsNew(string other) => scope.CurrentTable(table)?.FindColumn(scope.Pairs.CurrentColumn(table, other)) is null
            && owner.FindColumn(other) is { IsNullable: false, Identity: null };
    }
}
