using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Classes that are mapped in another way while rows, indexes, checks and foreign keys are there.</summary>
internal static class ShapeScenarios
{
    private static readonly (string Name, Action<ModelBuilder> Build)[] hierarchies =
    [
        ("one table", OneTable), ("a table a type", TableAType), ("a table a concrete type", TableAConcreteType)
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in hierarchies
           from target in hierarchies
           where current.Name != target.Name
           select new Scenario(
               $"A hierarchy that others refer to, with indexes and rows of the model, moves from {current.Name} to {target.Name}",
               current.Build,
               target.Build)
           {
               Populate = "INSERT INTO \"Orders\" (\"Note\") VALUES ('x')",
               Kept = "SELECT \"Note\" FROM \"Orders\"",
           },
        new(
            "Details of a table of their own come to share their principal's",
            model => Details(model, isShared: false),
            model => Details(model, isShared: true))
        {
            Populate = "INSERT INTO items (\"Id\", name) VALUES (1, 'x'); INSERT INTO details (\"Id\", note, price) VALUES (1, 'n', 1.5)",
            Kept = "SELECT name FROM items",
        },
        new(
            "Details that share their principal's table get one of their own",
            model => Details(model, isShared: true),
            model => Details(model, isShared: false))
        {
            Populate = "INSERT INTO items (\"Id\", name, note, price) VALUES (1, 'x', 'n', 1.5)",
            Kept = "SELECT name FROM items",
        },
        new(
            "Owned types within owned types leave their tables for a document",
            model => Invoices(model, isDocument: false),
            model => Invoices(model, isDocument: true))
        {
            Populate = "INSERT INTO \"Invoices\" (\"Number\") VALUES ('x')",
            Kept = "SELECT \"Number\" FROM \"Invoices\"",
        },
        new(
            "A document becomes tables of owned types within owned types",
            model => Invoices(model, isDocument: true),
            model => Invoices(model, isDocument: false))
        {
            Populate = "INSERT INTO \"Invoices\" (\"Number\", \"Lines\") VALUES ('x', '[]')",
            Kept = "SELECT \"Number\" FROM \"Invoices\"",
        },
        new(
            "Rows of the model with owned types leave the owner's table for one of their own",
            model => Addresses(model, null),
            model => Addresses(model, "Addrésses"))
        {
            Kept = "SELECT \"Id\", \"Number\" FROM \"Invoices\""
        },
        new(
            "Rows of the model with owned types come into the owner's table",
            model => Addresses(model, "Addrésses"),
            model => Addresses(model, null))
        {
            Kept = "SELECT \"Id\", \"Number\" FROM \"Invoices\""
        },
        new(
            "People know people, with a payload, a name of their own and a check",
            model => People(model, isJoined: false),
            model => People(model, isJoined: true))
        {
            Populate = "INSERT INTO people (name) VALUES ('a'), ('b')",
            Kept = "SELECT name FROM people ORDER BY 1",
            AfterwardsDo = "INSERT INTO \"Knöws\" (left_id, right_id) VALUES (1, 2)",
        },
        new(
            "An entity is split over three tables instead of two",
            model => Split(model, isThree: false),
            model => Split(model, isThree: true))
        {
            Populate = "INSERT INTO one (\"Id\", \"A\") VALUES (1, 'a'); INSERT INTO two (\"Id\", \"B\", \"C\") VALUES (1, 'b', 'c')",
            Unreadable = "the third table has no rows until somebody moves them (D5)",
            Kept = "SELECT one.\"Id\", \"A\" FROM one",
        },
        new(
            "Complex types within complex types are renamed, retyped and indexed",
            model => Nested(model, isChanged: false),
            model => Nested(model, isChanged: true))
        {
            Renames = ["Places.Where_Point_X=X"],
            Populate = "INSERT INTO \"Places\" (\"Where_Point_X\", \"Where_Point_Y\", \"Where_Town\") VALUES (1, 2, 't')",
            Kept = "SELECT \"Where_Point_X\", \"Where_Point_Y\", \"Where_Town\" FROM \"Places\"",
        },
        new("A hierarchy of one table loses a type, and another gets a foreign key and a check over the kind", model =>
        {
            OneTable(model);
            model.Entity<Gift>().HasData(new { Id = 7, Name = "g", Wrapped = true });
        }, model =>
        {
            model.Ignore<Gift>();
            OneTable(model, hasGifts: false);
            model.Entity<Tool>(tool =>
            {
                tool.Property<int?>("maker");
                tool.HasOne<Order>().WithMany().HasForeignKey("maker").OnDelete(DeleteBehavior.Restrict);
                tool.ToTable(table => table.HasCheckConstraint("CK kind", "\"Kind\" <> 'Tool' OR maker IS NOT NULL OR \"Id\" < 100"));
            });
        })
        {
            Populate = "INSERT INTO \"Orders\" (\"Note\") VALUES ('x')",
            Kept = "SELECT \"Kind\", \"Name\", \"Size\" FROM \"Products\" ORDER BY \"Id\"",
        },
    ];

    private static void OneTable(ModelBuilder model) => OneTable(model, hasGifts: true);

    private static void OneTable(ModelBuilder model, bool hasGifts)
    {
        model.Entity<Product>(
            product => product.UseTphMappingStrategy().ToTable("Products").HasDiscriminator<string>("Kind").HasValue<Tool>("Tool"));
        Rest(model, hasGifts);
    }

    private static void TableAType(ModelBuilder model)
    {
        model.Entity<Product>(product => product.UseTptMappingStrategy().ToTable("Products"));
        Rest(model);
        model.Entity<Tool>().ToTable("Tööls");
        model.Entity<Gift>().ToTable("Gifts");
    }

    private static void TableAConcreteType(ModelBuilder model)
    {
        model.Entity<Product>(product => product.UseTpcMappingStrategy());
        Rest(model);
        model.Entity<Tool>().ToTable("Tööls");
        model.Entity<Gift>().ToTable("Gifts");
    }

    private static void Rest(ModelBuilder model, bool hasGifts = true)
    {
        model.Entity<Product>(product => product.HasIndex(one => one.Name));
        model.Entity<Tool>(tool =>
        {
            tool.HasIndex(one => one.Size);
            tool.HasData(new Tool { Id = 1, Name = "t", Size = 3 }, new Tool { Id = 2, Name = "it's", Size = 4 });
        });
        if (hasGifts)
            model.Entity<Gift>(gift => gift.HasData(new Gift { Id = 3, Name = "g", Wrapped = true }));
        model.Entity<Order>(order =>
        {
            order.ToTable("Orders");
            order.HasOne<Product>().WithMany().HasForeignKey(one => one.ProductId);
            order.HasOne<Tool>().WithMany().HasForeignKey(one => one.ToolId);
        });
    }

    private static void Details(ModelBuilder model, bool isShared)
    {
        model.Map("items", item =>
        {
            item.Property<int>("Id").ValueGeneratedNever();
            item.Property<string>("name");
        });
        model.Map("details", details =>
        {
            details.ToTable(isShared ? "items" : "details", mapped => mapped.HasCheckConstraint("CK price", "price >= 0"));
            details.Property<int>("Id").ValueGeneratedNever();
            details.Property<string>("note").IsRequired();
            details.Property<decimal>("price").HasPrecision(10, 2);
            details.HasIndex("note").IsUnique();
            details.HasOne("items", null).WithOne().HasForeignKey("details", "Id").IsRequired();
        });
    }

    private static void Invoices(ModelBuilder model, bool isDocument) => model.Entity<Invoice>(invoice =>
    {
        invoice.ToTable("Invoices");
        invoice.Ignore(one => one.Home);
        invoice.OwnsMany(one => one.Lines, line =>
        {
            if (isDocument)
                line.ToJson();
            else
                line.ToTable("Lînes");
            line.OwnsOne(one => one.Price);
            line.OwnsMany(one => one.Notes, note =>
            {
                if (!isDocument)
                    note.ToTable("Line notes");
            });
        });
    });

    private static void Addresses(ModelBuilder model, string? table) => model.Entity<Invoice>(invoice =>
    {
        invoice.ToTable("Invoices");
        invoice.Ignore(one => one.Lines);
        invoice.HasData(new { Id = 1, Number = "x" }, new { Id = 2, Number = "it's" });
        invoice.OwnsOne(one => one.Home, home =>
        {
            if (table is not null)
                home.ToTable(table);
            home.HasIndex(one => one.Street).IsUnique();
            home.HasData(new { InvoiceId = 1, Street = "s" }, new { InvoiceId = 2, Street = "it's" });
        });
    });

    private static void People(ModelBuilder model, bool isJoined)
    {
        model.Map("people", person => person.Property<string>("name"));
        if (!isJoined)
            return;
        model.SharedTypeEntity<Dictionary<string, object>>("knows", know =>
        {
            know.ToTable("Knöws", mapped => mapped.HasCheckConstraint("CK self", "left_id <> right_id"));
            know.Property<int>("left").HasColumnName("left_id");
            know.Property<int>("right").HasColumnName("right_id");
            know.Property<DateTime>("sïnce").HasDefaultValueSql("CURRENT_TIMESTAMP");
            know.HasKey("left", "right");
            know.HasOne("people", null).WithMany().HasForeignKey("left").OnDelete(DeleteBehavior.Cascade);
            know.HasOne("people", null).WithMany().HasForeignKey("right").OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void Split(ModelBuilder model, bool isThree) => model.Entity<Parts>(parts =>
    {
        parts.ToTable("one");
        parts.SplitToTable("two", table =>
        {
            table.Property(one => one.B);
            if (!isThree)
                table.Property(one => one.C);
        });
        if (isThree)
            parts.SplitToTable("Thrëe", table => table.Property(one => one.C));
        parts.Property(one => one.C).IsRequired(isThree).HasDefaultValue("c");
        parts.HasIndex(one => one.C);
    });

    private static void Nested(ModelBuilder model, bool isChanged) => model.Entity<Place>(place =>
    {
        place.ToTable("Places");
        place.ComplexProperty(one => one.Where, where =>
        {
            where.ComplexProperty(one => one.Point, point =>
            {
                if (!isChanged)
                    return;
                point.Property(one => one.X).HasColumnName("X").HasColumnType("real");
                point.Property(one => one.Y).HasDefaultValue(5);
            });
            where.Property(one => one.Town).HasMaxLength(isChanged ? 50 : 100);
        });
        if (isChanged)
            place.ToTable(table => table.HasCheckConstraint("CK x", "\"X\" >= 0"));
    });

    internal abstract class Product
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Tool : Product
    {
        public int Size { get; set; }
    }

    internal sealed class Gift : Product
    {
        public bool Wrapped { get; set; }
    }

    internal sealed class Order
    {
        public int Id { get; set; }

        public string? Note { get; set; }

        public int? ProductId { get; set; }

        public int? ToolId { get; set; }
    }

    internal sealed class Invoice
    {
        public int Id { get; set; }

        public required string Number { get; set; }

        public Address? Home { get; set; }

        public List<Line> Lines { get; set; } = [];
    }

    internal sealed class Address
    {
        public required string Street { get; set; }
    }

    internal sealed class Line
    {
        public int Count { get; set; }

        public Money? Price { get; set; }

        public List<Note> Notes { get; set; } = [];
    }

    internal sealed class Money
    {
        public decimal Amount { get; set; }
    }

    internal sealed class Note
    {
        public required string Text { get; set; }
    }

    internal sealed class Parts
    {
        public int Id { get; set; }

        public string? A { get; set; }

        public string? B { get; set; }

        public string? C { get; set; }
    }

    internal sealed class Place
    {
        public int Id { get; set; }

        public required Where Where { get; set; }
    }

    internal sealed class Where
    {
        public required string Town { get; set; }

        public required Point Point { get; set; }
    }

    internal sealed class Point
    {
        public int X { get; set; }

        public int? Y { get; set; }
    }
}
