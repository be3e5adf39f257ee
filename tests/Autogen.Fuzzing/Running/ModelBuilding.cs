using System.Globalization;
using Autogen.Fuzzing.Descriptions;
using Autogen.Fuzzing.Generation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Fuzzing.Running;

/// <summary>
/// A description as a model of EF Core: an entity without a class for every table; with a class where others are
/// derived from it, which EF Core wants.
/// </summary>
internal sealed class ModelBuilding(FuzzDatabase database, ModelDescription description)
{
    private readonly ServerFeatures features = new(database);

    /// <summary>What <c>OnModelCreating</c> does.</summary>
    public static Action<ModelBuilder> Of(FuzzDatabase database, ModelDescription description)
        => new ModelBuilding(database, description).Build;

    private void Build(ModelBuilder model)
    {
        foreach (var type in description.Enums)
            model.HasPostgresEnum(type.Schema, type.Name, [.. type.Labels]);
        foreach (var sequence in description.Sequences)
            BuildSequence(model, sequence);

        // All keys are there before the first foreign key is.
        foreach (var table in description.Tables)
            BuildTable(model, EntityOf(model, table), table);
        foreach (var table in description.Tables)
            BuildRelations(model, EntityOf(model, table), table);
    }

    private EntityTypeBuilder EntityOf(ModelBuilder model, TableDescription table)
        => table.Mapping is TableMapping.Entity or TableMapping.Split
            ? model.SharedTypeEntity<Dictionary<string, object>>(table.Name)
            : model.Entity(Bags.Base(NumberOf(table)));

    private int NumberOf(TableDescription table) => description.Tables.ToList().IndexOf(table);

    private static void BuildSequence(ModelBuilder model, SequenceDescription sequence)
    {
        var clr = sequence.Type switch { "short" => typeof(short), "int" => typeof(int), _ => typeof(long) };
        var builder = model.HasSequence(clr, sequence.Name, sequence.Schema)
            .StartsAt(sequence.Start)
            .IncrementsBy((int)sequence.Increment)
            .IsCyclic(sequence.IsCyclic);
        if (sequence.Minimum != 0)
            builder.HasMin(sequence.Minimum);
        if (sequence.Maximum != 0)
            builder.HasMax(sequence.Maximum);
    }

    private void BuildTable(ModelBuilder model, EntityTypeBuilder entity, TableDescription table)
    {
        IReadOnlyList<ColumnDescription> second = table.Mapping switch
        {
            TableMapping.Entity => [],
            // such a table has one
            TableMapping.OwnedDocument or TableMapping.ComplexDocument => [TableMappings.Document(database, table)!],
            _ => TableMappings.SecondColumns(table),
        };
        entity.ToTable(table.Name, table.Schema, builder =>
        {
            builder.HasComment(table.Comment);
            foreach (var check in table.Checks)
                builder.HasCheckConstraint(check.Name, Sql(check.Expression));
        });
        foreach (var column in table.Columns.Except(second))
            BuildColumn(entity, table, column);
        if (table.Key.Count == 0)
        {
            entity.HasNoKey();
        }
        else
        {
            var key = entity.HasKey([.. table.Key]);
            if (table.KeyName is not null)
                key.HasName(table.KeyName);
        }

        foreach (var key in table.AlternateKeys)
        {
            var builder = entity.HasAlternateKey([.. key.Columns]);
            if (key.Name is not null)
                builder.HasName(key.Name);
        }

        BuildSecond(model, entity, table, second);
    }

    private void BuildSecond(ModelBuilder model, EntityTypeBuilder entity, TableDescription table, IReadOnlyList<ColumnDescription> columns)
    {
        if (table.Mapping is TableMapping.Hierarchy)
            entity.Ignore(Bags.Part);
        var part = Bags.PartType(NumberOf(table));
        switch (table.Mapping)
        {
            case TableMapping.Split:
                BuildSplit(model, table, columns);
                break;
            case TableMapping.Hierarchy:
                BuildHierarchy(model, entity, table, columns);
                break;
            case TableMapping.Owned:
                entity.OwnsOne(part, Bags.Part, owned =>
                {
                    foreach (var column in columns)
                        BuildColumn(owned.IndexerProperty, table, column).HasColumnName(column.Name);
                });
                break;
            case TableMapping.OwnedDocument:
                entity.OwnsOne(part, Bags.Part, owned => owned.ToJson(columns[0].Name).IndexerProperty<int?>("x"));
                entity.Navigation(Bags.Part).IsRequired(!columns[0].IsNullable);
                break;
            case TableMapping.ComplexDocument:
                var complex = entity.ComplexProperty(part, Bags.Part);
                complex.ToJson(columns[0].Name).IsRequired(!columns[0].IsNullable).IndexerProperty<int?>("x");
                break;
        }
    }

    private void BuildSplit(ModelBuilder model, TableDescription table, IReadOnlyList<ColumnDescription> columns)
    {
        var entity = model.SharedTypeEntity<Dictionary<string, object>>(table.Name + " (split)");
        entity.ToTable(table.Name, table.Schema);
        foreach (var column in table.Key.Select(name => table.Find(name)!).Concat(columns))
            BuildColumn(entity, table, column with { Identity = IdentityDescription.None });
        var key = entity.HasKey([.. table.Key]);
        if (table.KeyName is not null)
            key.HasName(table.KeyName);
        entity.HasOne(table.Name, null)
            .WithOne()
            .HasForeignKey(entity.Metadata.Name, [.. table.Key])
            .HasPrincipalKey(table.Name, [.. table.Key]);
    }

    private void BuildHierarchy(
        ModelBuilder model, EntityTypeBuilder entity, TableDescription table, IReadOnlyList<ColumnDescription> columns)
    {
        var discriminator = TableMappings.Discriminator(database, table)!; // a hierarchy has one
        var type = ColumnTypes.Of(database, description, discriminator);
        var derived = model.Entity(Bags.Derived(NumberOf(table)));
        entity.HasDiscriminator(discriminator.Name, type.Clr)
            .HasValue(entity.Metadata.ClrType, type.Value(1))
            .HasValue(derived.Metadata.ClrType, type.Value(2));
        foreach (var column in columns)
            BuildColumn(derived, table, column);
    }

    private void BuildColumn(EntityTypeBuilder entity, TableDescription table, ColumnDescription column)
        => BuildColumn(entity.IndexerProperty, table, column);

    private PropertyBuilder BuildColumn(Func<Type, string, PropertyBuilder> add, TableDescription table, ColumnDescription column)
    {
        var type = ColumnTypes.Of(database, description, column);
        var property = add(
            column.IsNullable && type.Clr.IsValueType ? typeof(Nullable<>).MakeGenericType(type.Clr) : type.Clr, column.Name);
        property.IsRequired(!column.IsNullable);
        if (column is { Identity: IdentityDescription.None, Default: null, DefaultSql: null, DefaultSequence: null, Computed: null })
            property.ValueGeneratedNever();
        if (type.StoreType is not null)
            property.HasColumnType(type.StoreType);
        if (column.Default is not null)
            property.HasDefaultValue(type.Defaults[column.Default]);
        if (column.DefaultSql is not null)
            property.HasDefaultValueSql(features.Default(column.DefaultSql));
        if (column.DefaultSequence is not null
            && description.Sequences.FirstOrDefault(sequence => sequence.Name == column.DefaultSequence) is { } sequence)
            property.HasDefaultValueSql(
                $"nextval('{Qualified(sequence.Schema, sequence.Name).Replace("'", "''", StringComparison.Ordinal)}'::regclass)");
        if (column.Computed is not null)
            property.HasComputedColumnSql(Sql(column.Computed), stored: features.IsStored(table, column));
        if (column.Collation is not null)
            property.UseCollation(column.Collation);
        property.HasComment(column.Comment);
        BuildIdentity(property, column.Identity);
        return property;
    }

    private void BuildIdentity(PropertyBuilder property, IdentityDescription identity)
    {
        if (identity == IdentityDescription.None)
            return;
        property.ValueGeneratedOnAdd();
        if (database == FuzzDatabase.Sqlite)
            return;
        switch (identity)
        {
            case IdentityDescription.Always:
                property.UseIdentityAlwaysColumn();
                break;
            case IdentityDescription.WithOptions:
                property.UseIdentityByDefaultColumn().HasIdentityOptions(startValue: 100, incrementBy: 5, maxValue: 30000);
                break;
            case IdentityDescription.Serial:
                property.UseSerialColumn();
                break;
            default:
                property.UseIdentityByDefaultColumn();
                break;
        }
    }

    private void BuildRelations(ModelBuilder model, EntityTypeBuilder entity, TableDescription table)
    {
        foreach (var key in table.ForeignKeys)
        {
            var builder = entity.HasOne(EntityOf(model, description.Find(key.Principal)!).Metadata.Name, null)
                .WithMany()
                .HasForeignKey([.. key.Columns])
                .HasPrincipalKey([.. key.PrincipalColumns])
                .IsRequired(key.Columns.All(column => table.Find(column)!.IsNullable == false))
                .OnDelete(Enum.Parse<DeleteBehavior>(key.OnDelete));
            if (key.Name is not null)
                builder.HasConstraintName(key.Name);
        }

        foreach (var index in table.Indexes)
            BuildIndex(entity, index);
        if (table.Seeds.Count > 0)
            entity.HasData(table.Seeds.Select(object (seed) => SeedRows.Of(database, description, table, seed)).ToArray());
    }

    private void BuildIndex(EntityTypeBuilder entity, IndexDescription index)
    {
        var builder = entity.HasIndex([.. index.Columns], index.Name).IsUnique(index.IsUnique);
        if (index.Descending.Count > 0)
            builder.IsDescending([.. index.Columns.Select(column => index.Descending.Contains(column))]);
        if (index.Filter is not null)
            builder.HasFilter(Sql(index.Filter));
        if (database == FuzzDatabase.Sqlite)
            return;
        if (index.Included.Count > 0)
            builder.IncludeProperties([.. index.Included]);
        if (index.Method is not null)
            builder.HasMethod(index.Method);
        if (index.NullsNotDistinct && features.HasNullsNotDistinct)
            builder.AreNullsDistinct(false);
    }

    private static string Sql(ExpressionDescription expression)
        => expression.Template.Replace("{0}", ColumnTypes.Quote(expression.Column), StringComparison.Ordinal);

    private static string Qualified(string? schema, string name)
        => schema is null
            ? ColumnTypes.Quote(name)
            : string.Create(CultureInfo.InvariantCulture, $"{ColumnTypes.Quote(schema)}.{ColumnTypes.Quote(name)}");
}
