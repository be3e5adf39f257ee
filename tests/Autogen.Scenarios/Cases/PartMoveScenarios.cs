using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

// case D5
// case D8

/// <summary>Parts of rows that move to a table of their own, and back: split entities, shared tables, owned and complex types.</summary>
internal static class PartMoveScenarios
{
    private static readonly Way wholeTable = new("one table", model => Person(model), Whole, WholeQuery, WholeRows);

    private static readonly Way[] shops =
    [
        new(
            "columns",
            model => model.Entity<Shop>(shop =>
            {
                shop.ToTable("shops").Ignore(one => one.Place);
                shop.OwnsOne(one => one.Home, home => home.OwnsOne(place => place.Spot));
                shop.OwnsOne(one => one.Work, work => work.Ignore(place => place.Spot));
            }),
            """
            INSERT INTO shops ("Name", "Home_Street", "Home_Number", "Home_Spot_X", "Home_Spot_Y", "Work_Street", "Work_Number") VALUES
                ('a', 'x', 1, 5, 6, 'y', NULL), ('b', 'z', NULL, NULL, NULL, NULL, NULL), ('c', NULL, NULL, NULL, NULL, NULL, NULL);
            """,
            """
            SELECT "Name", "Home_Street", "Home_Number", "Home_Spot_X", "Home_Spot_Y", "Work_Street", "Work_Number" FROM shops ORDER BY 1
            """,
            "a|x|1|5|6|y|\nb|z|||||\nc||||||"),
        new(
            "tables of their own",
            model => model.Entity<Shop>(shop =>
            {
                shop.ToTable("shops").Ignore(one => one.Place);
                shop.OwnsOne(one => one.Home, home =>
                {
                    home.ToTable("Höme");
                    home.OwnsOne(place => place.Spot, spot => spot.ToTable("Höme spots"));
                });
                shop.OwnsOne(one => one.Work, work =>
                {
                    work.ToTable("Work places");
                    work.Ignore(place => place.Spot);
                });
            }),
            """
            INSERT INTO shops ("Id", "Name") VALUES (11, 'a'), (12, 'b'), (13, 'c');
            INSERT INTO "Höme" ("ShopId", "Street", "Number") VALUES (11, 'x', 1), (12, 'z', NULL);
            INSERT INTO "Höme spots" ("PlaceShopId", "X", "Y") VALUES (11, 5, 6);
            INSERT INTO "Work places" ("ShopId", "Street", "Number") VALUES (11, 'y', NULL);
            """,
            """
            SELECT s."Name", h."Street", h."Number", p."X", p."Y", w."Street", w."Number" FROM shops s
            LEFT JOIN "Höme" h ON h."ShopId" = s."Id" LEFT JOIN "Höme spots" p ON p."PlaceShopId" = h."ShopId"
            LEFT JOIN "Work places" w ON w."ShopId" = s."Id" ORDER BY 1
            """,
            "a|x|1|5|6|y|\nb|z|||||\nc||||||"),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        new Scenario(
            "One of two parts of a type leaves a document and the other a table, both for columns",
            model => Places(model, home => home.ToJson(), work => work.ToTable("Works")),
            model => Places(model, _ => { }, _ => { }))
        {
            Populate = """
                INSERT INTO shops ("Id", "Name", "Home") VALUES (11, 'a', '{"Street":"x","Number":1}'), (12, 'b', NULL);
                INSERT INTO "Works" ("ShopId", "Street", "Number") VALUES (11, 'y', 2);
                """,
            Afterwards = (
                "SELECT \"Name\", \"Home_Street\", \"Home_Number\", \"Work_Street\", \"Work_Number\" FROM shops ORDER BY 1",
                "a|x|1|y|2\nb||||"),
        },
        new Scenario(
            "A table that is called like neither of two new parts is not taken for one of them",
            model => Places(model, null, work => work.ToTable("xyz")),
            model => Places(model, home => home.ToTable("Homes"), _ => { }))
        {
            Populate = """
                INSERT INTO shops ("Id", "Name") VALUES (11, 'a');
                INSERT INTO xyz ("ShopId", "Street", "Number") VALUES (11, 'y', 2);
                """,
            Afterwards = ("SELECT count(*) FROM \"Homes\"", "0"),
        },
        new Scenario(
            "A column gets the name of one that moves to another table",
            model => Person(model),
            model => Person(model).SplitToTable("more", more => more.Property(one => one.Note))
                .Property(one => one.Name).HasColumnName("Note"))
        {
            Renames = ["people.Name=Note"],
            Populate = Whole,
            Unreadable = "the column is dropped before anything can have its name",
        },
        .. BothWays("An entity moves", wholeTable, new(
            "two tables",
            model => Person(model).SplitToTable("Pérson \"m\" ore", more =>
            {
                more.Property(one => one.Age);
                more.Property(one => one.Note);
            }),
            """
            INSERT INTO people ("Id", "Name") VALUES (11, 'a'), (12, 'b');
            INSERT INTO "Pérson ""m"" ore" ("Id", "Age", "Note") VALUES (11, 7, 'n'), (12, 8, NULL);
            """,
            """
            SELECT p."Name", m."Age", m."Note" FROM people p JOIN "Pérson ""m"" ore" m ON m."Id" = p."Id" ORDER BY 1
            """,
            WholeRows)),
        .. BothWays("An entity with a key of two columns moves", wholeTable with
        {
            Build = model => Person(model, "Name"),
            Rows = Whole.Replace("12", "11", StringComparison.Ordinal),
        }, new(
            "two tables",
            model => Person(model, "Name").SplitToTable("more", more => more.Property(one => one.Age)),
            """
            INSERT INTO people ("Id", "Name", "Note") VALUES (11, 'a', 'n'), (11, 'b', NULL);
            INSERT INTO more ("Id", "Name", "Age") VALUES (11, 'a', 7), (11, 'b', 8);
            """,
            """
            SELECT p."Name", m."Age", p."Note" FROM people p JOIN more m ON m."Id" = p."Id" AND m."Name" = p."Name" ORDER BY 1
            """,
            WholeRows)),
        .. BothWays("Two entities move", new(
            "one table",
            model => Details(model, "people"),
            Whole.Replace("\"Note\"", "\"Note\", \"Detail\"", StringComparison.Ordinal)
                .Replace("'n')", "'n', 'd')", StringComparison.Ordinal).Replace("NULL)", "NULL, NULL)", StringComparison.Ordinal),
            "SELECT \"Name\", \"Age\", \"Note\", \"Detail\" FROM people ORDER BY 1",
            "a|7|n|d\nb|8||"),
            new(
            "two tables",
            model => Details(model, "details"),
            """
            INSERT INTO people ("Id", "Name", "Age", "Note") VALUES (11, 'a', 7, 'n'), (12, 'b', 8, NULL);
            INSERT INTO details ("Id", "Detail") VALUES (11, 'd');
            """,
            """
            SELECT p."Name", p."Age", p."Note", d."Detail" FROM people p LEFT JOIN details d ON d."Id" = p."Id" ORDER BY 1
            """,
            "a|7|n|d\nb|8||")),
        .. BothWays("Owned types move", shops[0], shops[1]),
        .. BothWays(
            "A complex type that becomes an owned one moves",
            shops[0] with
            {
                Name = "columns",
                Build = model => model.Entity<Shop>(shop =>
                {
                    shop.ToTable("shops").Ignore(one => one.Home).Ignore(one => one.Work);
                    shop.ComplexProperty(one => one.Place, place => place.Ignore(one => one.Spot));
                }),
                Rows = "INSERT INTO shops (\"Name\", \"Place_Street\", \"Place_Number\") VALUES ('a', 'x', 1), ('b', 'y', NULL)",
                Query = "SELECT \"Name\", \"Place_Street\", \"Place_Number\" FROM shops ORDER BY 1",
                Expected = "a|x|1\nb|y|",
            },
            new(
                "a table of its own",
                model => model.Entity<Shop>(shop =>
                {
                    shop.ToTable("shops").Ignore(one => one.Home).Ignore(one => one.Work);
                    shop.OwnsOne(one => one.Place, place => place.ToTable("Pläces").Ignore(one => one.Spot));
                    shop.Navigation(one => one.Place).IsRequired();
                }),
                """
                INSERT INTO shops ("Id", "Name") VALUES (11, 'a'), (12, 'b');
                INSERT INTO "Pläces" ("ShopId", "Street", "Number") VALUES (11, 'x', 1), (12, 'y', NULL);
                """,
                """
                SELECT s."Name", p."Street", p."Number" FROM shops s JOIN "Pläces" p ON p."ShopId" = s."Id" ORDER BY 1
                """,
                "a|x|1\nb|y|")),
    ];

    private const string WholeRows = "a|7|n\nb|8|";

    private const string WholeQuery = "SELECT \"Name\", \"Age\", \"Note\" FROM people ORDER BY 1";

    private const string Whole = "INSERT INTO people (\"Id\", \"Name\", \"Age\", \"Note\") VALUES (11, 'a', 7, 'n'), (12, 'b', 8, NULL);";

    private static IEnumerable<Scenario> BothWays(string what, Way one, Way other)
        => new[] { (Current: one, Target: other), (Current: other, Target: one) }.Select(
            pair => new Scenario($"{what} from {pair.Current.Name} to {pair.Target.Name}", pair.Current.Build, pair.Target.Build)
            {
                Populate = pair.Current.Rows,
                Kept = pair.Current.Query,
                Afterwards = (pair.Target.Query, pair.Target.Expected),
            });

    private static EntityTypeBuilder<PersonOf> Person(ModelBuilder model, params string[] key)
    {
        var person = model.Entity<PersonOf>().ToTable("people").Ignore(one => one.Details);
        if (key.Length > 0)
        {
            person.HasKey([nameof(PersonOf.Id), .. key]);
            person.Property(one => one.Id).ValueGeneratedNever();
        }

        return person;
    }

    private static void Details(ModelBuilder model, string table)
    {
        model.Entity<PersonOf>(person =>
        {
            person.ToTable("people");
            person.HasOne(one => one.Details).WithOne().HasForeignKey<PersonDetails>(details => details.Id);
        });
        model.Entity<PersonDetails>().ToTable(table);
    }

    private sealed record Way(string Name, Action<ModelBuilder> Build, string Rows, string Query, string Expected);

    internal sealed class PersonOf
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public int Age { get; set; }

        public string? Note { get; set; }

        public PersonDetails? Details { get; set; }
    }

    internal sealed class PersonDetails
    {
        public int Id { get; set; }

        public required string Detail { get; set; }
    }

    private static void Places(
        ModelBuilder model,
        Action<OwnedNavigationBuilder<Shop, Place>>? home,
        Action<OwnedNavigationBuilder<Shop, Place>> work)
        => model.Entity<Shop>(shop =>
        {
            shop.ToTable("shops").Ignore(one => one.Place);
            if (home is null)
                shop.Ignore(one => one.Home);
            else
                shop.OwnsOne(one => one.Home, part => Build(part, home));
            shop.OwnsOne(one => one.Work, part => Build(part, work));
        });

    private static void Build(
        OwnedNavigationBuilder<Shop, Place> part, Action<OwnedNavigationBuilder<Shop, Place>> way)
    {
        part.Ignore(place => place.Spot);
        way(part);
    }

    internal sealed class Shop
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public Place? Home { get; set; }

        public Place? Work { get; set; }

        public Place Place { get; set; } = new() { Street = "" };
    }

    internal sealed class Place
    {
        public required string Street { get; set; }

        public int? Number { get; set; }

        public Spot? Spot { get; set; }
    }

    internal sealed class Spot
    {
        public int X { get; set; }

        public int Y { get; set; }
    }
}
