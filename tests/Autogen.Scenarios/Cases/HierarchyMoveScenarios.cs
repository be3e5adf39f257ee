using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

// case D5
// case D8

/// <summary>Hierarchies with rows that move between one table, a table a type and a table a concrete type.</summary>
internal static class HierarchyMoveScenarios
{
    private static readonly Way oneTable = new(
        "one table",
        Strategy.OneTable,
        isAbstract => Base(isAbstract, "INSERT INTO \"Zoo Änimals\" (\"Kïnd\", \"Name\") VALUES ('Animal', 'a');")
            + """
              INSERT INTO "Zoo Änimals" ("Id", "Kïnd", "Name", "Lives", "Age", "Trick") VALUES
                  (12, 'Cat', 'c', 9, NULL, NULL), (13, 'Kitten', 'k', 8, 1, NULL),
                  (14, 'Dog', 'd', NULL, NULL, 'sit'), (15, 'Fish', 'f', NULL, NULL, NULL);
              """,
        """SELECT "Name", "Kïnd", "Lives", "Age", "Trick" FROM "Zoo Änimals" ORDER BY 1""",
        isAbstract => (isAbstract ? "" : "a|Animal|||\n") + "c|Cat|9||\nd|Dog|||sit\nf|Fish|||\nk|Kitten|8|1|");

    private static readonly Way tableAType = new(
        "a table a type",
        Strategy.TableAType,
        isAbstract => Base(isAbstract, "INSERT INTO \"Zoo Änimals\" (\"Name\") VALUES ('a');")
            + """
              INSERT INTO "Zoo Änimals" ("Id", "Name") VALUES (12, 'c'), (13, 'k'), (14, 'd'), (15, 'f');
              INSERT INTO "Cäts" ("Id", "Lives") VALUES (12, 9), (13, 8);
              INSERT INTO kittens ("Id", "Age") VALUES (13, 1);
              INSERT INTO "Dogs" ("Id", "Trick") VALUES (14, 'sit');
              INSERT INTO "Fish" ("Id") VALUES (15);
              """,
        """
        SELECT a."Name", c."Lives", k."Age", d."Trick", f."Id" FROM "Zoo Änimals" a LEFT JOIN "Cäts" c ON c."Id" = a."Id"
        LEFT JOIN kittens k ON k."Id" = a."Id" LEFT JOIN "Dogs" d ON d."Id" = a."Id" LEFT JOIN "Fish" f ON f."Id" = a."Id" ORDER BY 1
        """,
        isAbstract => (isAbstract ? "" : "a||||\n") + "c|9|||\nd|||sit|\nf||||15\nk|8|1||");

    private static readonly Way tableAConcreteType = new(
        "a table a concrete type",
        Strategy.TableAConcreteType,
        isAbstract => Base(isAbstract, "INSERT INTO \"Zoo Änimals\" (\"Id\", \"Name\") VALUES (11, 'a');")
            + """
              INSERT INTO "Cäts" ("Id", "Name", "Lives") VALUES (12, 'c', 9);
              INSERT INTO kittens ("Id", "Name", "Lives", "Age") VALUES (13, 'k', 8, 1);
              INSERT INTO "Dogs" ("Id", "Name", "Trick") VALUES (14, 'd', 'sit');
              INSERT INTO "Fish" ("Id", "Name") VALUES (15, 'f');
              """,
        """
        SELECT "Name", "Lives", NULL, NULL FROM "Cäts" UNION ALL SELECT "Name", "Lives", "Age", NULL FROM kittens
        UNION ALL SELECT "Name", NULL, NULL, "Trick" FROM "Dogs" UNION ALL SELECT "Name", NULL, NULL, NULL FROM "Fish" ORDER BY 1
        """,
        _ => "c|9||\nd|||sit\nf|||\nk|8|1|");

    public static IEnumerable<Scenario> All { get; } =
    [
        new Scenario(
            "The table of a hierarchy has another name, and nobody says that it was renamed",
            model => Build(model, isAbstract: false, Strategy.OneTable),
            model =>
            {
                Build(model, isAbstract: false, Strategy.OneTable);
                model.Entity<Concrete.Animal>().ToTable("Zoo");
            })
        {
            Populate = oneTable.Rows(false),
            Afterwards = ("SELECT count(*) FROM \"Zoo\"", "0"),
            Detected = ["added table 'Zoo'", "removed table 'Zoo Änimals'"],
        },
        new Scenario(
            "A table of a derived type has another name, and nobody says that it was renamed",
            model => Build(model, isAbstract: false, Strategy.TableAType),
            model =>
            {
                Build(model, isAbstract: false, Strategy.TableAType);
                model.Entity<Concrete.Fish>().ToTable("Fishes");
            })
        {
            Populate = tableAType.Rows(false),
            Afterwards = ("SELECT count(*) FROM \"Fishes\"", "0"),
            Detected = ["added table 'Fishes'", "removed table 'Fish'"],
        },
        .. from current in new[] { oneTable, tableAType, tableAConcreteType }
           from target in new[] { oneTable, tableAType, tableAConcreteType }
           where current != target
           from isAbstract in new[] { false, true }
           select new Scenario(
               $"Rows of {(isAbstract ? "a hierarchy with an abstract base" : "a hierarchy")} move from {current.Name} to {target.Name}",
               model => Build(model, isAbstract, current.Strategy),
               model => Build(model, isAbstract, target.Strategy))
           {
               Populate = current.Rows(isAbstract),
               Kept = current.Query,
               Afterwards = (target.Query, target.Expected(isAbstract)),
           },
    ];

    private static string Base(bool isAbstract, string sql) => isAbstract ? "" : sql;

    private static void Build(ModelBuilder model, bool isAbstract, Strategy strategy)
    {
        if (isAbstract)
            Build<Abstract.Animal, Abstract.Cat, Abstract.Kitten, Abstract.Dog, Abstract.Fish>(model, strategy);
        else
            Build<Concrete.Animal, Concrete.Cat, Concrete.Kitten, Concrete.Dog, Concrete.Fish>(model, strategy);
    }

    private static void Build<TAnimal, TCat, TKitten, TDog, TFish>(ModelBuilder model, Strategy strategy)
        where TAnimal : class
        where TCat : class
        where TKitten : class
        where TDog : class
        where TFish : class
    {
        var animal = model.Entity<TAnimal>();
        if (strategy != Strategy.TableAConcreteType || !typeof(TAnimal).IsAbstract)
            animal.ToTable("Zoo Änimals");
        switch (strategy)
        {
            case Strategy.OneTable:
                animal.HasDiscriminator<string>("Kïnd");
                break;
            case Strategy.TableAType:
                animal.UseTptMappingStrategy();
                break;
            case Strategy.TableAConcreteType:
                animal.UseTpcMappingStrategy();
                break;
        }

        var (cat, kitten, dog, fish) = (model.Entity<TCat>(), model.Entity<TKitten>(), model.Entity<TDog>(), model.Entity<TFish>());
        if (strategy == Strategy.OneTable)
            return;
        cat.ToTable("Cäts");
        kitten.ToTable("kittens");
        dog.ToTable("Dogs");
        fish.ToTable("Fish");
    }

    private enum Strategy
    {
        OneTable,
        TableAType,
        TableAConcreteType,
    }

    private sealed record Way(
        string Name,
        Strategy Strategy,
        Func<bool, string> Rows,
        string Query,
        Func<bool, string> Expected);

    internal static class Concrete
    {
        internal class Animal
        {
            public int Id { get; set; }

            public required string Name { get; set; }
        }

        internal class Cat : Animal
        {
            public int Lives { get; set; }
        }

        internal sealed class Kitten : Cat
        {
            public int Age { get; set; }
        }

        internal sealed class Dog : Animal
        {
            public string? Trick { get; set; }
        }

        internal sealed class Fish : Animal;
    }

    internal static class Abstract
    {
        internal abstract class Animal
        {
            public int Id { get; set; }

            public required string Name { get; set; }
        }

        internal class Cat : Animal
        {
            public int Lives { get; set; }
        }

        internal sealed class Kitten : Cat
        {
            public int Age { get; set; }
        }

        internal sealed class Dog : Animal
        {
            public string? Trick { get; set; }
        }

        internal sealed class Fish : Animal;
    }
}
