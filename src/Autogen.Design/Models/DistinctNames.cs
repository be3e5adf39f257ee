using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// Names that EF Core tells apart and the database does not: SQLite's in another case, PostgreSQL's that differ only behind the 63rd byte
/// (EF Core counts characters), and those of things that EF Core does not take for one kind: the indexes of two tables.
/// </summary>
internal static class DistinctNames
{
    /// <summary>The database tells the model's tables, their indexes and each table's columns and constraints apart.</summary>
    /// <exception cref="AutogenException">It does not (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static void Require(ModelScope scope)
    {
        var tables = scope.Model.Tables.Where(table => !table.IsExcludedFromMigrations)
            .OrderBy(table => table.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var (one, other) in Alike(tables, table => scope.Name(table.Schema, table.Name).ToString(), scope))
        {
            throw Refusal(
                scope,
                $"Entity '{EntityOf(one)}' is mapped to table '{one.SchemaQualifiedName}' and entity '{EntityOf(other)}' to table "
                    + $"'{other.SchemaQualifiedName}'",
                "Give one of them another name with ToTable.");
        }

        foreach (var table in tables)
        {
            foreach (var (one, other) in Alike(
                [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)], column => scope.Identifier(column.Name), scope))
                throw Refusal(
                    scope,
                    $"Table '{table.SchemaQualifiedName}' of entity '{EntityOf(table)}' has the columns '{one.Name}' and '{other.Name}'",
                    "Give one of them another name with HasColumnName.");
            RequireThings(scope, NamedThing.Constraints(scope, table));
        }

        RequireThings(scope, NamedThing.Relations(scope, tables));
    }

    /// <summary>The enumerated type, which has each of its labels once.</summary>
    /// <exception cref="AutogenException">It does not (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static EnumType Required(EnumType type)
    {
        if (type.Labels.GroupBy(label => label, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new AutogenException(
                ErrorCode.ModelInvalid,
                $"The model's enumerated type '{type.Name}' has the label '{twice.Key}' twice. "
                    + "Take one of them out of HasPostgresEnum, or give the member of the CLR type another name with PgName.");
        return type;
    }

    /// <summary>An entity of a table, for people.</summary>
    public static string EntityOf(ITable table)
        => table.EntityTypeMappings.FirstOrDefault()?.TypeBase is { } type ? ModelRefusals.Name(type) : table.Name;

    private static void RequireThings(ModelScope scope, IEnumerable<NamedThing> things)
    {
        var sorted = things.OrderBy(thing => thing.Noun, StringComparer.Ordinal)
            .ThenBy(thing => thing.Name, StringComparer.Ordinal)
            .ThenBy(thing => thing.Owner, StringComparer.Ordinal)
            .ToList();
        foreach (var (one, other) in Alike(sorted, thing => thing.Stored, scope))
            throw Refusal(
                scope,
                $"The model has {one.Description} and {other.Description}",
                "Give one of them another name with "
                    + $"{string.Join(" or ", new[] { one.Renaming, other.Renaming }.Distinct(StringComparer.Ordinal))}.");
    }

    // What is one to a database is one to a comparison that takes no notice of cases, so few pairs are left to ask the dialect about.
    private static IEnumerable<(T One, T Other)> Alike<T>(IReadOnlyList<T> items, Func<T, string> name, ModelScope scope)
        => from item in items.GroupBy(name, StringComparer.OrdinalIgnoreCase)
           let alike = item.ToList()
           from later in Enumerable.Range(1, alike.Count - 1)
           from earlier in Enumerable.Range(0, later)
           let one = name(alike[earlier])
           let other = name(alike[later])
           where string.Equals(one, other, StringComparison.Ordinal) || scope.Dialect.SameName(one, other)
           select (alike[earlier], alike[later]);

    private static AutogenException Refusal(ModelScope scope, string what, string next)
        => new(ErrorCode.ModelInvalid, $"{what}, which {scope.Dialect.Name} takes for one. {next}");
}
