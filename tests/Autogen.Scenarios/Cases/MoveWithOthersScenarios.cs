using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

// case D5
// case D8

/// <summary>Hierarchies that move while other tables refer to them, the model has rows of its own, and names change.</summary>
internal static class MoveWithOthersScenarios
{
    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in Enum.GetValues<Strategy>()
           from target in Enum.GetValues<Strategy>()
           where current != target
           select new Scenario(
               $"Other tables and the model's own rows stay with a hierarchy that moves from {current} to {target}",
               model => Build(model, current),
               model => Build(model, target))
           {
               Populate = Rows(current)
                   + " INSERT INTO toys (\"Id\", \"Label\", \"CatId\", \"AnimalId\") VALUES (31, 't', 22, 22), (32, 'u', NULL, 23);",
               Kept = "SELECT \"Label\", \"CatId\", \"AnimalId\" FROM toys ORDER BY 1",
               AfterwardsDo = target == Strategy.OneTable
                   ? "INSERT INTO animals (\"Discriminator\", \"Name\", \"Size\") VALUES ('Cat', 'new', 1)"
                   : target == Strategy.TableAType ? "INSERT INTO animals (\"Name\") VALUES ('new')" : "",
               Afterwards = ("SELECT COUNT(*) FROM toys t JOIN " + (target == Strategy.OneTable ? "animals" : "cats")
                   + " c ON c.\"Id\" = t.\"CatId\" AND c.\"Size\" = 4", "1"),
           },
        new(
            "A hierarchy gets a table a type and another name",
            model => Build(model, Strategy.OneTable, "beasts"),
            model => Build(model, Strategy.TableAType))
        {
            Renames = ["beasts=animals"],
            Populate = Rows(Strategy.OneTable).Replace("animals", "beasts", StringComparison.Ordinal),
            Kept = "SELECT \"Name\", \"Size\", \"Dog_Size\" FROM beasts ORDER BY 1",
            Afterwards = ("SELECT \"Id\", \"Size\" FROM cats WHERE \"Id\" > 20", "22|4"),
        },
        new(
            "A hierarchy whose discriminator nobody can read keeps its values in a comment",
            model =>
            {
                Build(model, Strategy.OneTable);
                model.Entity<Animal>().HasDiscriminator<int>("Kind").HasValue<Animal>(1).HasValue<Cat>(2).HasValue<Dog>(3);
            },
            model => Build(model, Strategy.TableAType))
        {
            Populate = "INSERT INTO animals (\"Kind\", \"Name\", \"Size\") VALUES (2, 'x', 4)",
            Kept = "SELECT \"Name\" FROM animals ORDER BY 1",
        },
    ];

    private enum Strategy
    {
        OneTable,
        TableAType,
        TableAConcreteType,
    }

    private static string Rows(Strategy strategy) => strategy switch
    {
        Strategy.OneTable => """
            INSERT INTO animals ("Id", "Discriminator", "Name", "Size", "Dog_Size") VALUES
                (21, 'Animal', 'a', NULL, NULL), (22, 'Cat', 'c', 4, NULL), (23, 'Dog', 'd', NULL, 5);
            """,
        Strategy.TableAType => """
            INSERT INTO animals ("Id", "Name") VALUES (21, 'a'), (22, 'c'), (23, 'd');
            INSERT INTO cats ("Id", "Size") VALUES (22, 4);
            INSERT INTO dogs ("Id", "Size") VALUES (23, 5);
            """,
        _ => """
            INSERT INTO animals ("Id", "Name") VALUES (21, 'a');
            INSERT INTO cats ("Id", "Name", "Size") VALUES (22, 'c', 4);
            INSERT INTO dogs ("Id", "Name", "Size") VALUES (23, 'd', 5);
            """,
    };

    private static void Build(ModelBuilder model, Strategy strategy, string table = "animals")
    {
        model.Entity<Animal>(animal =>
        {
            animal.ToTable(table);
            animal.HasData(new Animal { Id = 1, Name = "seed" });
            if (strategy == Strategy.TableAType)
                animal.UseTptMappingStrategy();
            if (strategy == Strategy.TableAConcreteType)
                animal.UseTpcMappingStrategy();
        });
        model.Entity<Cat>(cat => cat.HasData(new Cat { Id = 2, Name = "seed cat", Size = 7 }));
        model.Entity<Dog>();
        model.Entity<Toy>(toy =>
        {
            toy.ToTable("toys");
            toy.HasOne<Cat>().WithMany().HasForeignKey(one => one.CatId);
            if (strategy != Strategy.TableAConcreteType)
                toy.HasOne<Animal>().WithMany().HasForeignKey(one => one.AnimalId);
        });
        if (strategy == Strategy.OneTable)
            return;
        model.Entity<Cat>().ToTable("cats");
        model.Entity<Dog>().ToTable("dogs");
    }

    internal class Animal
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Cat : Animal
    {
        public int Size { get; set; }
    }

    internal sealed class Dog : Animal
    {
        public int? Size { get; set; }
    }

    internal sealed class Toy
    {
        public int Id { get; set; }

        public required string Label { get; set; }

        public int? CatId { get; set; }

        public int? AnimalId { get; set; }
    }
}
