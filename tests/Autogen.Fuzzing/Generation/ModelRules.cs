using Autogen.Fuzzing.Descriptions;
using Autogen.Schema.Objects;

namespace Autogen.Fuzzing.Generation;

/// <summary>What makes a description a model that EF Core accepts: whatever breaks a rule is taken out.</summary>
internal static class ModelRules
{
    /// <summary>The part of a description that is a model.</summary>
    public static ModelDescription Repair(FuzzDatabase database, ModelDescription model)
    {
        var enums = model.Enums.Select(type => "enum:" + type.Name).ToHashSet(StringComparer.Ordinal);
        var sequences = model.Sequences.Select(sequence => sequence.Name).ToHashSet(StringComparer.Ordinal);

        // A column may only be computed from one that is not.
        model = model with
        {
            Tables = model.Tables
                .Select(table => table with
                {
                    Columns = table.Columns
                        .Where(column => !column.Type.StartsWith("enum:", StringComparison.Ordinal) || enums.Contains(column.Type))
                        .Select(column => Repair(database, model, table, column, sequences))
                        .ToEquatableList(),
                })
                .Where(table => table.Columns.Any(column => column.Computed is null))
                .ToEquatableList(),
        };
        model = model with { Tables = model.Tables.Select(table => RepairKeys(database, model, table)).ToEquatableList() };

        // A dropped key takes what refers to it along, which may let other things go: two rounds are enough.
        for (var round = 0; round < 2; round++)
            model = model with { Tables = model.Tables.Select(table => RepairRelations(database, model, table)).ToEquatableList() };
        return model;
    }

    private static ColumnDescription Repair(
        FuzzDatabase database, ModelDescription model, TableDescription table, ColumnDescription column, HashSet<string> sequences)
    {
        var type = ColumnTypes.Of(database, model, column);
        if (column.DefaultSequence is not null
            && (!sequences.Contains(column.DefaultSequence) || type.Family != TypeFamily.Integer || column.Type is "DayOfWeek"))
            column = column with { DefaultSequence = null };
        if (column.Default is not null && !type.Defaults.ContainsKey(column.Default))
            column = column with { Default = null };
        if (column.DefaultSql is not null && !type.DefaultSqls.Contains(column.DefaultSql))
            column = column with { DefaultSql = null };
        if (column.Collation is not null
            && (type.Family != TypeFamily.Text || (database == FuzzDatabase.Sqlite && column.Computed is not null)))
            column = column with { Collation = null };
        if (column.Computed is { } computed
            && !(table.Find(computed.Column) is { Computed: null } origin
                && origin.Type == column.Type
                && type.Computations.Contains(computed.Template)))
        {
            column = column with { Computed = null };
        }

        if (column.Computed is not null)
            column = column with
            {
                Default = null,
                DefaultSql = null,
                DefaultSequence = null,
                Identity = IdentityDescription.None,
                IsNullable = true
            };
        var numbers = column.Type is "int" or "long" && column.Computed is null && table.Key.Count == 1 && table.Key[0] == column.Name;
        if (!numbers)
            column = column with { Identity = IdentityDescription.None };
        if (column.Identity != IdentityDescription.None)
            column = column with { IsNullable = false, Default = null, DefaultSql = null, DefaultSequence = null };
        return column;
    }

    private static TableDescription RepairKeys(FuzzDatabase database, ModelDescription model, TableDescription table)
    {
        bool IsKeyable(string name) => table.Find(name) is { Computed: null } column && ColumnTypes.Of(database, model, column).IsKeyable;
        bool IsKey(EquatableList<string> columns)
            => columns.Count > 0 && columns.All(IsKeyable) && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count;
        if (!IsKey(table.Key))
            table = table with { Key = [], KeyName = null };

        // EF Core takes keys of the same columns for one, and a table without a key has no others.
        var seen = new HashSet<string>(StringComparer.Ordinal) { Set(table.Key) };
        table = table with
        {
            AlternateKeys = table.AlternateKeys
                .Where(key => table.Key.Count > 0 && IsKey(key.Columns) && seen.Add(Set(key.Columns)))
                .ToEquatableList()
        };
        var required = table.Key.Concat(table.AlternateKeys.SelectMany(key => key.Columns)).ToHashSet(StringComparer.Ordinal);
        return table with
        {
            Columns = table.Columns
                .Select(column => required.Contains(column.Name) ? column with { IsNullable = false } : column)
                .ToEquatableList(),
            Seeds = table.Key.Count == 0 ? [] : table.Seeds,
        };
    }

    private static TableDescription RepairRelations(FuzzDatabase database, ModelDescription model, TableDescription table)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        table = table with
        {
            ForeignKeys = table.ForeignKeys.Where(key => IsForeignKey(model, table, key) && seen.Add(Set(key.Columns)))
                .Select(key => WithBehavior(table, key))
                .ToEquatableList()
        };
        var indexes = new HashSet<string>(StringComparer.Ordinal);
        bool Has(string name, Func<ColumnType, bool> condition)
            => table.Find(name) is { } column && condition(ColumnTypes.Of(database, model, column));
        return table with
        {
            Indexes = table.Indexes
                .Where(index => index.Columns.Count > 0
                    && indexes.Add(index.Name)
                    && index.Columns.All(name => Has(name, type => type.IsIndexable))
                    && (!index.IsUnique
                        || index.Columns.All(name => Has(name, type => type.IsKeyable) && table.Find(name)!.Computed is null))
                    && (index.Method is null || Has(index.Columns[0], type => type.Methods.Contains(index.Method))))
                .Select(index => index with
                {
                    Included = index.Included.Where(name => Has(name, _ => true) && !index.Columns.Contains(name)).ToEquatableList(),
                    Filter = index.Filter is { } filter && Has(filter.Column, type => type.Filters.Contains(filter.Template))
                        ? filter
                        : null,
                    Descending = index.Descending.Where(name => index.Columns.Contains(name)).ToEquatableList(),
                })
                .ToEquatableList(),
            Checks = table.Checks
                .Where(check => Has(check.Expression.Column, type => type.Checks.Contains(check.Expression.Template)))
                .ToEquatableList(),
            Seeds = table.ForeignKeys.Any(key => key.Columns.Any(column => !CanBeNull(table.Find(column)!))) ? [] : table.Seeds,
        };
    }

    // EF Core's own CreateTables leaves a NULL away where the column has a default, and the database gives the default.
    private static bool CanBeNull(ColumnDescription column)
        => column is { IsNullable: true, Default: null, DefaultSql: null, DefaultSequence: null };

    private static bool IsForeignKey(ModelDescription model, TableDescription table, ForeignKeyDescription key)
        => model.Find(key.Principal) is { } principal
            && principal.IsKey(key.PrincipalColumns)
            && key.Columns.Count == key.PrincipalColumns.Count
            && key.Columns.Zip(key.PrincipalColumns).All(
                pair => table.Find(pair.First) is { Computed: null, Identity: IdentityDescription.None } column
                    && column.Type == principal.Find(pair.Second)?.Type)
            && !(ReferenceEquals(principal, table) && key.Columns.Any(column => key.PrincipalColumns.Contains(column)));

    private static ForeignKeyDescription WithBehavior(TableDescription table, ForeignKeyDescription key)
        => key.OnDelete is not ("NoAction" or "ClientSetNull")
            && key.Columns.Concat(key.PrincipalColumns).Append(table.Name).Any(LooksQuoted) ? key with { OnDelete = "NoAction" }
            : key.OnDelete is "SetNull" or "ClientSetNull" && key.Columns.Any(column => table.Find(column)!.IsNullable == false)
                ? key with { OnDelete = "Restrict" }
            : key;

    // SQLite takes the quotes off the names in its own triggers for what is done on delete, and then misses the table, or the column.
    private static bool LooksQuoted(string name) => name[0] is '[' or '`' or '"' or '\'';

    private static string Set(EquatableList<string> columns) => string.Join('\u0001', columns.Order(StringComparer.Ordinal));
}
