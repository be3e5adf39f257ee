using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Spelling;

/// <summary>One table on which every expression stands: a hundred of them cost one database.</summary>
public static class SpellingModel
{
    /// <summary>The name of the object that a case makes: a column, a check constraint or an index.</summary>
    public static string NameOf(int index) => $"case_{index:000}";

    /// <summary>Fails with all lines: an assertion would show the beginning of the first.</summary>
    /// <exception cref="ScenarioFailedException">There are lines.</exception>
    public static void RequireNone(string lines)
    {
        if (lines.Length > 0)
            throw new ScenarioFailedException(lines);
    }

    /// <summary>Builds it.</summary>
    /// <param name="model">EF Core's builder.</param>
    /// <param name="columns">The columns that expressions speak of: name and type.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="text">Which of a case's texts is taken.</param>
    public static void Build(
        ModelBuilder model,
        IReadOnlyList<(string Name, string Type)> columns,
        IReadOnlyList<SpellingCase> cases,
        Func<SpellingCase, string> text)
        => model.SharedTypeEntity<Dictionary<string, object>>("Spelling", entity =>
        {
            entity.ToTable("Spelling Bee", table =>
            {
                foreach (var (index, item) in cases.Index().Where(entry => entry.Item.Place == SpellingPlace.Check))
                    table.HasCheckConstraint(NameOf(index), text(item));
            });
            entity.Property<int>("Id").ValueGeneratedNever();
            entity.HasKey("Id");
            foreach (var (name, type) in columns)
                entity.Property(ClrTypeOf(type), name).HasColumnType(type).IsRequired(false);
            foreach (var (index, item) in cases.Index())
            {
                switch (item.Place)
                {
                    case SpellingPlace.Default:
                        entity.Property(ClrTypeOf(item.Type), NameOf(index))
                            .HasColumnType(item.Type)
                            .IsRequired(false)
                            .HasDefaultValueSql(text(item));
                        break;
                    case SpellingPlace.Computed:
                        entity.Property(ClrTypeOf(item.Type), NameOf(index))
                            .HasColumnType(item.Type)
                            .IsRequired(false)
                            .HasComputedColumnSql(text(item), stored: true);
                        break;
                    case SpellingPlace.Filter:
                        // Each with a column of its own: two indexes that are alike but for the condition would be one in EF Core's model.
                        entity.HasIndex(["Id"], NameOf(index)).HasDatabaseName(NameOf(index)).HasFilter(text(item));
                        break;
                }
            }
        });

    private static Type ClrTypeOf(string type) => type switch
    {
        "integer[]" => typeof(int[]),
        _ when type.EndsWith("[]", StringComparison.Ordinal) => typeof(string[]),
        "integer" or "positive" => typeof(int?),
        "INTEGER" => typeof(long?),
        "REAL" => typeof(double?),
        "BLOB" => typeof(byte[]),
        "smallint" => typeof(short?),
        "bigint" => typeof(long?),
        "boolean" => typeof(bool?),
        "double precision" => typeof(double?),
        "real" => typeof(float?),
        "date" => typeof(DateOnly?),
        "time without time zone" => typeof(TimeOnly?),
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => typeof(decimal?),
        _ when type.StartsWith("timestamp", StringComparison.Ordinal) => typeof(DateTime?),
        "bytea" => typeof(byte[]),
        "uuid" => typeof(Guid?),
        "inet" => typeof(System.Net.IPAddress),
        "int4range" => typeof(NpgsqlTypes.NpgsqlRange<int>?),
        "tstzrange" => typeof(NpgsqlTypes.NpgsqlRange<DateTime>?),
        "tsvector" => typeof(NpgsqlTypes.NpgsqlTsVector),
        "point" => typeof(NpgsqlTypes.NpgsqlPoint?),
        "interval" => typeof(TimeSpan?),
        "bit(3)" or "bit varying(8)" => typeof(System.Collections.BitArray),
        "money" => typeof(decimal?),
        "oid" => typeof(uint?),
        _ => typeof(string),
    };
}
