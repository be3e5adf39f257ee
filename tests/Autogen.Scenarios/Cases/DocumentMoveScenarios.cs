using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Autogen.Scenarios.Cases;

// case D5
// case D8

/// <summary>Owned and complex types whose values move between columns, tables of their own and JSON documents.</summary>
internal static class DocumentMoveScenarios
{
    private static readonly Way[] owned =
    [
        new(
            "columns",
            shop => shop.OwnsOne(one => one.Home, home => home.OwnsOne(place => place.Spot)),
            """
            INSERT INTO shops ("Name", "Home_Street", "Home_Number", "Home_IsOpen", "Home_Spot_X", "Home_Spot_Note") VALUES
                ('a', 'x''"', 1, '1', 5, 'é'), ('b', 'z', NULL, '0', NULL, NULL), ('c', NULL, NULL, NULL, NULL, NULL);
            """,
            """SELECT "Name", "Home_Street", "Home_Number", "Home_Spot_X", "Home_Spot_Note" FROM shops WHERE "Home_IsOpen" = '1'""",
            "a|x'\"|1|5|é"),
        new(
            "tables of their own",
            shop => shop.OwnsOne(one => one.Home, home =>
            {
                home.ToTable("Homes");
                home.OwnsOne(place => place.Spot, spot => spot.ToTable("Spots"));
            }),
            """
            INSERT INTO shops ("Id", "Name") VALUES (11, 'a'), (12, 'b'), (13, 'c');
            INSERT INTO "Homes" ("ShopId", "Street", "Number", "IsOpen") VALUES (11, 'x''"', 1, '1'), (12, 'z', NULL, '0');
            INSERT INTO "Spots" ("PlaceShopId", "X", "Note") VALUES (11, 5, 'é');
            """,
            """
            SELECT s."Name", h."Street", h."Number", p."X", p."Note" FROM shops s JOIN "Homes" h ON h."ShopId" = s."Id" AND h."IsOpen" = '1'
            LEFT JOIN "Spots" p ON p."PlaceShopId" = h."ShopId"
            """,
            "a|x'\"|1|5|é"),
        new(
            "a document",
            shop => shop.OwnsOne(one => one.Home, home =>
            {
                home.ToJson();
                home.OwnsOne(place => place.Spot);
            }),
            """
            INSERT INTO shops ("Name", "Home") VALUES
                ('a', '{"Street": "x''\"", "Number": 1, "IsOpen": true, "Spot": {"X": 5, "Note": "é"}}'),
                ('b', '{"Street": "z", "Number": null, "IsOpen": false, "Spot": null}'), ('c', NULL);
            """,
            "SELECT \"Name\" FROM shops WHERE \"Home\" ->> 'Street' = 'x''\"' AND (\"Home\" -> 'Spot') ->> 'Note' = 'é'",
            "a"),
    ];

    private static readonly Way[] complex =
    [
        new(
            "columns",
            shop => shop.ComplexProperty(one => one.Work, work => work.ComplexProperty(one => one.Mark)),
            """
            INSERT INTO shops ("Name", "Work_Street", "Work_Number", "Work_IsOpen", "Work_Mark_X", "Work_Mark_Note") VALUES
                ('a', 'x', 1, '1', 5, 'é'), ('b', 'z', NULL, '0', 6, NULL);
            """,
            """
            SELECT "Name", "Work_Street", "Work_Number", "Work_Mark_X", "Work_Mark_Note" FROM shops WHERE "Work_IsOpen" = '1'
            """,
            "a|x|1|5|é"),
        new(
            "a document",
            shop => shop.ComplexProperty(one => one.Work, work =>
            {
                work.ToJson();
                work.ComplexProperty(one => one.Mark);
            }),
            """
            INSERT INTO shops ("Name", "Work") VALUES
                ('a', '{"Street": "x", "Number": 1, "IsOpen": true, "Mark": {"X": 5, "Note": "é"}}'),
                ('b', '{"Street": "z", "Number": null, "IsOpen": false, "Mark": {"X": 6, "Note": null}}');
            """,
            "SELECT \"Name\" FROM shops WHERE (\"Work\" -> 'Mark') ->> 'Note' = 'é'",
            "a"),
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. Between("An owned type moves", owned, shop => shop.Ignore(one => one.Work)),
        .. Between("A complex type moves", complex, shop => shop.Ignore(one => one.Home)),
    ];

    private static IEnumerable<Scenario> Between(string what, Way[] ways, Action<EntityTypeBuilder<Shop>> both)
        => from current in ways
           from target in ways
           where current != target && (current.Name == "a document" || target.Name == "a document")
           select new Scenario(
               $"{what} from {current.Name} to {target.Name}",
               model => Map(model, current, both),
               model => Map(model, target, both))
           {
               Populate = current.Rows,
               Kept = current.Query,
               Afterwards = (target.Query, target.Expected),
           };

    private static void Map(ModelBuilder model, Way way, Action<EntityTypeBuilder<Shop>> both) => model.Entity<Shop>(shop =>
    {
        both(shop.ToTable("shops"));
        way.Build(shop);
    });

    private sealed record Way(string Name, Action<EntityTypeBuilder<Shop>> Build, string Rows, string Query, string Expected);

    internal sealed class Shop
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public Place? Home { get; set; }

        public Work Work { get; set; } = new() { Street = "", Mark = new() };
    }

    internal sealed class Place
    {
        public required string Street { get; set; }

        public int? Number { get; set; }

        public bool IsOpen { get; set; }

        public Spot? Spot { get; set; }
    }

    internal sealed class Work
    {
        public required string Street { get; set; }

        public int? Number { get; set; }

        public bool IsOpen { get; set; }

        public required Spot Mark { get; set; }
    }

    internal sealed class Spot
    {
        public int X { get; set; }

        public string? Note { get; set; }
    }
}
