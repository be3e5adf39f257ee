using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

/// <summary>Owned types: in the owner's table, in one of their own, in a document.</summary>
internal static class JsonScenarios
{
    private static readonly (string Name, Action<EntityTypeBuilder<Person>> Build)[] ways =
    [
        ("not at all", person => person.Ignore(one => one.Home).Ignore(one => one.Others)),
        ("in columns and in a table", person =>
        {
            person.OwnsOne(one => one.Home, home => home.Property(one => one.Street).HasColumnName("Straße"));
            person.OwnsMany(one => one.Others, other => other.ToTable("Öther"));
        }),
        ("in a document", person =>
        {
            person.OwnsOne(one => one.Home, home => home.ToJson("Home \"doc\""));
            person.OwnsMany(one => one.Others, others => others.ToJson());
        }),
        ("in tables", person =>
        {
            person.OwnsOne(one => one.Home, home => home.ToTable("Home's"));
            person.OwnsMany(one => one.Others, other => other.ToTable("Öther"));
        }),
        ("in a document, as a complex type", person =>
        {
            person.ComplexProperty(one => one.Home, home => home.ToJson("Home \"doc\""));
            person.ComplexCollection(one => one.Others, others => others.ToJson());
        }),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in ways
           from target in ways
           where current.Name != target.Name
           select new Scenario(
               $"Owned types are kept {current.Name}, then {target.Name}",
               model => Map(model, current.Build),
               model => Map(model, target.Build))
           {
               Populate = current.Name == "not at all" ? "INSERT INTO people (\"Name\") VALUES ('p')" : "",
               Kept = current.Name == "not at all" ? "SELECT \"Name\" FROM people" : null,
               Unreadable = target.Name == "in tables" ? "a required part has no row until somebody moves it (D5)" : "",
           },
        new("A required document is added to rows", model => Map(model, ways[0].Build), model => Map(model, person =>
        {
            person.Ignore(one => one.Others);
            person.OwnsOne(one => one.Home, home => home.ToJson());
            person.Navigation(one => one.Home).IsRequired();
        }))
        {
            Populate = "INSERT INTO people (\"Name\") VALUES ('p')",
            Kept = "SELECT \"Name\" FROM people",
        },
        new(
            "A document's column is renamed",
            model => Map(model, person => Document(person, "old")),
            model => Map(model, person => Document(person, "Nëw")))
        {
            Renames = ["people.old=Nëw"],
            Populate = "INSERT INTO people (\"Name\", old) VALUES ('p', '{}')",
            Kept = "SELECT \"Name\" FROM people",
        },
        new(
            "A list of values is a column",
            model => model.Entity<Listing>(list => list.ToTable("lists").Ignore(one => one.Words).Ignore(one => one.Days)),
            model => model.Entity<Listing>(list => list.ToTable("lists")))
        {
            Populate = "INSERT INTO lists (\"Id\") VALUES (1)",
            Kept = "SELECT \"Id\" FROM lists",
        },
    ];

    private static void Map(ModelBuilder model, Action<EntityTypeBuilder<Person>> build) => model.Entity<Person>(person =>
    {
        person.ToTable("people");
        build(person);
    });

    private static void Document(EntityTypeBuilder<Person> person, string column)
    {
        person.Ignore(one => one.Others);
        person.OwnsOne(one => one.Home, home => home.ToJson(column));
    }

    internal sealed class Person
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public required Place Home { get; set; }

        public List<Place> Others { get; set; } = [];
    }

    internal sealed class Place
    {
        public required string Street { get; set; }

        public int? Number { get; set; }
    }

    internal sealed class Listing
    {
        public int Id { get; set; }

        public List<string> Words { get; set; } = [];

        public DayOfWeek[] Days { get; set; } = [];
    }
}
