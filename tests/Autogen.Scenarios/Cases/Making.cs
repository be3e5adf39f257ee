using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Short words for scenarios of one table.</summary>
internal static class Making
{
    /// <summary>The name of that table: mixed case, a space, quotes of both kinds, and letters that are not ASCII.</summary>
    public const string OddTable = "Ödd \"T'ables\"";

    /// <summary>That name as SQL.</summary>
    public const string OddTableSql = "\"Ödd \"\"T'ables\"\"\"";

    /// <summary>A column's name of the same kind.</summary>
    public const string OddColumn = "Größe \"n'ow\"";

    /// <summary>That name as SQL.</summary>
    public const string OddColumnSql = "\"Größe \"\"n'ow\"\"\"";

    /// <summary>A change of a table <c>items</c> (<c>"Id"</c>, <c>a</c> text, <c>n</c> integer) with two rows.</summary>
    public static Scenario Items(string name, Action<Entity> current, Action<Entity> target)
        => new(name, model => model.Map("items", item => Item(item, current)), model => model.Map("items", item => Item(item, target)))
        {
            Populate = "INSERT INTO items (a, n) VALUES ('x', 1), ('y', 2)",
            Kept = "SELECT \"Id\", a, n FROM items ORDER BY 1",
        };

    /// <summary>A change of a table of odd name, in which are the rows that are given: the values of the column of odd name.</summary>
    public static Scenario Odd(string name, Action<Entity> current, Action<Entity> target, params IEnumerable<string> values)
        => new(name, model => model.Map(OddTable, current), model => model.Map(OddTable, target))
        {
            Populate = string.Join("; ", values.Select(value => $"INSERT INTO {OddTableSql} ({OddColumnSql}) VALUES ({value})")),
            Kept = $"SELECT \"Id\", {OddColumnSql} FROM {OddTableSql} ORDER BY 1",
        };

    /// <summary>A row of <c>HasData</c>.</summary>
    public static Dictionary<string, object> Row(params (string Name, object Value)[] values)
        => values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);

    /// <summary>The scenario on one database only.</summary>
    public static Scenario OnPostgreSql(this Scenario scenario) => scenario with { Databases = ScenarioDatabases.PostgreSql };

    /// <summary>The scenario on servers that are new enough; an older one refuses it with the words that are given.</summary>
    public static Scenario Since(this Scenario scenario, int version, string refused)
        => scenario with { Databases = ScenarioDatabases.PostgreSql, Since = version, RefusedBefore = refused };

    private static void Item(Entity item, Action<Entity> build)
    {
        item.Property<string>("a");
        item.Property<int>("n");
        build(item);
    }
}
