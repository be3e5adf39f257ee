using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Cases;

/// <summary>Classes that share tables, or share rows among them.</summary>
internal static class InheritanceScenarios
{
    private static readonly (string Name, Action<ModelBuilder> Build)[] ways =
    [
        ("one table", OneTable), ("a table a type", TableAType), ("a table a concrete type", TableAConcreteType)
    ];

    public static IEnumerable<Scenario> All { get; } =
    [
        .. from current in ways
           from target in ways
           where current.Name != target.Name
           select new Scenario($"A hierarchy moves from {current.Name} to {target.Name}", current.Build, target.Build),
        new("A class joins a hierarchy of one table, with a check and a required column", model => OneTable(model), model =>
        {
            OneTable(model);
            model.Entity<Bird>(bird =>
            {
                bird.Property(one => one.Wings).HasColumnName("Wïngs");
                bird.ToTable(table => table.HasCheckConstraint("CK \"w\"", "\"Wïngs\" < 3"));
            });
        })
        {
            Populate = "INSERT INTO \"Animals\" (\"Kind\", \"Name\", \"Lives\") VALUES ('Cat', 'c', 9), ('Dog', 'd', NULL)",
            Kept = "SELECT \"Kind\", \"Name\", \"Lives\" FROM \"Animals\" ORDER BY \"Id\"",
        },
        new(
            "A discriminator comes to a table with rows",
            model => model.Entity<Animal>(animal => animal.ToTable("Animals")),
            model => model.Entity<Animal>(animal =>
            {
                animal.ToTable("Animals");
                animal.HasDiscriminator<int>("Kïnd").HasValue(1);
            }))
        {
            Populate = "INSERT INTO \"Animals\" (\"Name\") VALUES ('c')",
            Kept = "SELECT \"Name\" FROM \"Animals\"",
        },
        new("Types of a table a type have foreign keys and indexes", TableAType, model =>
        {
            TableAType(model);
            model.Entity<Cat>(cat =>
            {
                cat.HasIndex(one => one.Lives).IsUnique();
                cat.Property<int?>("FriendId");
                cat.HasOne<Dog>().WithMany().HasForeignKey("FriendId").OnDelete(DeleteBehavior.SetNull);
            });
        }),
        new("Two entities share a table", model => model.Entity<Animal>(animal => animal.ToTable("Animals")), model =>
        {
            model.Entity<Animal>(animal => animal.ToTable("Animals"));
            model.SharedTypeEntity<Dictionary<string, object>>("Details", details =>
            {
                details.ToTable("Animals");
                details.Property<int>("Id");
                details.HasKey("Id");
                details.Property<string>("Nöte").IsRequired();
                details.HasOne(typeof(Animal)).WithOne().HasForeignKey("Details", "Id");
            });
        })
        {
            Populate = "INSERT INTO \"Animals\" (\"Name\") VALUES ('c')",
            Kept = "SELECT \"Name\" FROM \"Animals\"",
        },
        new(
            "An entity is split over two tables",
            model => model.Entity<Cat>(cat => cat.HasBaseType((Type?)null).ToTable("Cats")),
            model => model.Entity<Cat>(cat => cat.HasBaseType((Type?)null)
                .ToTable("Cats")
                .SplitToTable("Cat \"Lives\"", split => split.Property(one => one.Lives))))
        {
            Populate = "INSERT INTO \"Cats\" (\"Name\", \"Lives\") VALUES ('c', 9)",
            Kept = "SELECT \"Name\" FROM \"Cats\"",
        },
        new("Many to many, by a table of EF Core's own", model => Many(model, joined: false), model => Many(model, joined: true)),
        new("Many to many gets a payload", model => Many(model, joined: true), model =>
        {
            Many(model, joined: true);
            model.Entity<Cat>()
                .HasMany<Dog>()
                .WithMany()
                .UsingEntity("CatDog", join => join.Property<DateTime>("Sïnce").HasDefaultValueSql("CURRENT_TIMESTAMP"));
        }),
        new(
            "A complex type is held in columns",
            model => model.Entity<Owner>(owner => owner.ToTable("owners").Ignore(one => one.Home)),
            model => model.Entity<Owner>(owner =>
            {
                owner.ToTable("owners");
                owner.ComplexProperty(one => one.Home, home => home.Property(one => one.Street).HasColumnName("Straße"));
            }))
        {
            Populate = "INSERT INTO owners (\"Name\") VALUES ('o')",
            Kept = "SELECT \"Name\" FROM owners",
        },
    ];

    private static void OneTable(ModelBuilder model)
    {
        model.Entity<Animal>(animal => animal.UseTphMappingStrategy().ToTable("Animals").HasDiscriminator<string>("Kind"));
        model.Entity<Cat>();
        model.Entity<Dog>();
    }

    private static void TableAType(ModelBuilder model)
    {
        model.Entity<Animal>(animal => animal.UseTptMappingStrategy().ToTable("Animals"));
        model.Entity<Cat>(cat => cat.ToTable("Cäts"));
        model.Entity<Dog>(dog => dog.ToTable("Dogs"));
    }

    private static void TableAConcreteType(ModelBuilder model)
    {
        model.Entity<Animal>(animal => animal.UseTpcMappingStrategy().ToTable("Animals"));
        model.Entity<Cat>(cat => cat.ToTable("Cäts"));
        model.Entity<Dog>(dog => dog.ToTable("Dogs"));
    }

    private static void Many(ModelBuilder model, bool joined)
    {
        model.Entity<Cat>(cat => cat.HasBaseType((Type?)null).ToTable("Cäts"));
        model.Entity<Dog>(dog => dog.HasBaseType((Type?)null).ToTable("Dogs"));
        if (joined)
            model.Entity<Cat>().HasMany<Dog>().WithMany().UsingEntity("CatDog");
    }

    internal class Animal
    {
        public int Id { get; set; }

        public required string Name { get; set; }
    }

    internal sealed class Cat : Animal
    {
        public int Lives { get; set; }
    }

    internal sealed class Dog : Animal
    {
        public string? Trick { get; set; }
    }

    internal sealed class Bird : Animal
    {
        public int Wings { get; set; }
    }

    internal sealed class Owner
    {
        public int Id { get; set; }

        public required string Name { get; set; }

        public required Address Home { get; set; }
    }

    internal sealed class Address
    {
        public required string Street { get; set; }

        public int? Number { get; set; }
    }
}
