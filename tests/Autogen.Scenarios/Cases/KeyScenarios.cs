using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using static Autogen.Scenarios.Cases.Making;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Primary and alternate keys, with foreign keys that refer to them and rows in both tables.</summary>
internal static class KeyScenarios
{
    private const string Rows =
        "INSERT INTO \"Pärents\" (\"Id\", \"Cöde\", n) VALUES (1, 'a', 1), (2, 'b', 2); INSERT INTO children (parent) VALUES (1), (2)";
    private const string Kept = "SELECT p.\"Id\", \"Cöde\", n FROM \"Pärents\" p JOIN children ON parent = p.\"Id\" ORDER BY 1";

    public static IEnumerable<Scenario> All { get; } =
    [
        Family("A key that is referred to is renamed", _ => { }, parent => parent.HasKey("Id").HasName("PK 'odd'")),
        Family("A key that is referred to is widened by a column", _ => { }, parent =>
        {
            parent.HasKey("Id", "n").HasName("PK_Pärents");
            parent.HasAlternateKey("Id").HasName("AK_Id");
        }),
        Family("A key's columns change places", parent => parent.HasKey("n", "Cöde"), parent => parent.HasKey("Cöde", "n"), refers: false),
        Family("A key moves beneath a foreign key to the old one", _ => { }, parent =>
        {
            parent.HasKey("Cöde");
            parent.HasAlternateKey("Id");
        }),
        Family(
            "Key and foreign key become bigint",
            parent => parent.Property<int>("Id").HasColumnType("int").ValueGeneratedNever(),
            parent => parent.Property<long>("Id").HasColumnType("bigint").ValueGeneratedNever(),
            child => child.Property<int>("parent").HasColumnType("int"),
            child => child.Property<long>("parent").HasColumnType("bigint")),
        Family(
            "Key and foreign key become text",
            _ => { },
            parent => parent.Property<string>("Id").HasColumnType("text"),
            child => child.Property<int>("parent"),
            child => child.Property<string>("parent").HasColumnType("text").IsRequired()),
        Family("A key goes", _ => { }, parent => parent.HasNoKey(), refers: false),
        Family("A key comes", parent => parent.HasNoKey(), _ => { }, refers: false),
        Family(
            "A foreign key leads to an alternate key instead",
            parent => parent.HasAlternateKey("n").HasName("AK \"n\""),
            parent => parent.HasAlternateKey("n").HasName("AK \"n\""),
            child => child.Property<int>("parent"),
            child => child.Property<int>("parent"),
            targetPrincipal: "n"),
        Family(
            "An alternate key of two columns is renamed",
            parent => parent.HasAlternateKey("Cöde", "n").HasName("AK old"),
            parent => parent.HasAlternateKey("Cöde", "n").HasName("AK new")),
        Family("Two alternate keys of one set of columns", _ => { }, parent =>
        {
            parent.HasAlternateKey("Cöde", "n");
            parent.HasAlternateKey("n", "Cöde");
        }),
        Family("An alternate key's column is widened", parent =>
        {
            parent.Property<string>("Cöde").HasColumnType("varchar(10)");
            parent.HasAlternateKey("Cöde");
        }, parent =>
        {
            parent.Property<string>("Cöde").HasColumnType("text");
            parent.HasAlternateKey("Cöde");
        }),
        Odd("A Guid is a key", table => table.Property<int>(OddColumn), table =>
        {
            table.Property<int>(OddColumn);
            table.Property<Guid>("Key").HasDefaultValue(Guid.Empty);
            table.HasKey("Id", "Key");
        }, "1", "2"),
        new("A key of three columns of three types", _ => { }, model => model.SharedTypeEntity<Dictionary<string, object>>("k", table =>
        {
            table.ToTable("k");
            table.Property<Guid>("a");
            table.Property<DateTime>("b");
            table.Property<string>("c").HasMaxLength(10);
            table.HasKey("c", "a", "b").HasName("k \"key\"");
        })),
    ];

    private static Scenario Family(
        string name,
        Action<Entity> current,
        Action<Entity> target,
        Action<Entity>? currentChild = null,
        Action<Entity>? targetChild = null,
        string targetPrincipal = "Id",
        bool refers = true)
        => new(name, Model(current, currentChild, "Id", refers), Model(target, targetChild, targetPrincipal, refers))
        {
            Populate = Rows,
            Kept = refers && currentChild is null ? Kept : "SELECT \"Id\", n FROM \"Pärents\" ORDER BY n"
        };

    private static Action<ModelBuilder> Model(Action<Entity> parent, Action<Entity>? child, string principal, bool refers) => model =>
    {
        model.SharedTypeEntity<Dictionary<string, object>>("Pärents", table =>
        {
            table.ToTable("Pärents");
            table.Property<string>("Cöde").IsRequired();
            table.Property<int>("n");
            table.Property<int>("Id");
            parent(table);
            if (!table.Metadata.IsKeyless && table.Metadata.FindPrimaryKey() is null)
                table.HasKey("Id");
        });
        model.Map("children", table =>
        {
            if (child is null)
                table.Property<int>("parent");
            else
                child(table);
            if (refers)
                table.HasOne("Pärents", null)
                    .WithMany()
                    .HasForeignKey("parent")
                    .HasPrincipalKey(principal)
                    .HasConstraintName("FK 'parent'");
        });
    };
}
