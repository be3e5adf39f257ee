using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;
using Entity = Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<System.Collections.Generic.Dictionary<string, object>>;

namespace Autogen.Scenarios.Cases;

/// <summary>Keys that change beneath several foreign keys at once: composite ones, alternate ones, cycles.</summary>
internal static class KeyMoveScenarios
{
    private const string Orders =
        "INSERT INTO orders (tenant, number) VALUES (1, 1), (1, 2); UPDATE orders SET \"after\" = 1 WHERE number = 2; "
            + "INSERT INTO lines (tenant, number) VALUES (1, 1), (1, 2); INSERT INTO \"Nötes\" (tenant, number) VALUES (1, 2); "
            + "INSERT INTO bills (tenant, number) VALUES (1, 1)";
    private const string OrdersKept =
        "SELECT o.tenant, o.number, o.\"after\", (SELECT count(*) FROM lines l WHERE l.number = o.number), "
            + "(SELECT count(*) FROM bills b WHERE b.number = o.number) FROM orders o ORDER BY 2";

    public static IEnumerable<Scenario> All { get; } =
    [
        new(
            "A key of two columns gets a third beneath three tables and itself",
            model => Ordered(model, isWide: false),
            model => Ordered(model, isWide: true))
        {
            Populate = Orders,
            Kept = OrdersKept
        },
        new(
            "A key of three columns loses one beneath three tables and itself",
            model => Ordered(model, isWide: true),
            model => Ordered(model, isWide: false))
        {
            Populate = Orders,
            Kept = OrdersKept
        },
        new(
            "A column of a key that three tables and itself refer to gets another type",
            model => Ordered<int>(model, isWide: false),
            model => Ordered<long>(model, isWide: false))
        {
            Populate = Orders,
            Kept = OrdersKept
        },
        new(
            "A column of a key that three tables and itself refer to is renamed",
            model => Ordered(model, isWide: false),
            model => Ordered(model, isWide: false, "Ténant"))
        {
            Renames = ["orders.tenant=Ténant", "lines.tenant=Ténant", "Nötes.tenant=Ténant"],
            Populate = Orders,
            Kept = OrdersKept,
        },
        new(
            "A primary and an alternate key change places beneath foreign keys to both",
            model => Coded(model, isSwapped: false),
            model => Coded(model, isSwapped: true))
        {
            Populate = "INSERT INTO p (\"Id\", code) VALUES (1, 'a'), (2, 'b'); INSERT INTO c (p, code) VALUES (1, 'b'), (2, 'a')",
            Kept = "SELECT \"Id\", p, code FROM c ORDER BY 1",
        },
        new(
            "Two tables that refer to each other by keys of two columns change a type and an action",
            model => Circled<int>(model, DeleteBehavior.Restrict),
            model => Circled<string>(model, DeleteBehavior.Cascade))
        {
            Populate =
                "INSERT INTO a (k, n) VALUES ('1', 1); INSERT INTO b (k, n, ak, an) VALUES ('1', 1, '1', 1); UPDATE a SET bk = '1', bn = 1",
            Kept = "SELECT a.k, a.bk, b.ak FROM a, b",
        },
        new(
            "A foreign key of two columns names them in another order",
            model => Pairs(model, ["x", "y"], ["a", "b"]),
            model => Pairs(model, ["y", "x"], ["b", "a"]))
        {
            Populate = "INSERT INTO p (x, y) VALUES (1, 2); INSERT INTO c (a, b) VALUES (1, 2)",
            Kept = "SELECT a, b FROM c",
        },
        new(
            "A foreign key of two columns crosses them",
            model => Pairs(model, ["x", "y"], ["a", "b"]),
            model => Pairs(model, ["x", "y"], ["b", "a"]))
        {
            Populate = "INSERT INTO p (x, y) VALUES (1, 1); INSERT INTO c (a, b) VALUES (1, 1)",
            Kept = "SELECT a, b FROM c",
        },
        new(
            "A surrogate key takes the place of one of two columns, which stays unique",
            model => Joined(model, isOwn: false),
            model => Joined(model, isOwn: true))
        {
            Populate =
                "INSERT INTO people DEFAULT VALUES; INSERT INTO clubs DEFAULT VALUES; INSERT INTO members (person, club) VALUES (1, 1)",
            Kept = "SELECT person, club FROM members",
        },
        new(
            "A key takes the place of an owner's, and texts that are numbers become numbers beneath it",
            model => Texts<string>(model, "varchar(36)"),
            model => Texts<Guid>(model, "uuid"))
        {
            Databases = ScenarioDatabases.PostgreSql,
            Populate =
                "INSERT INTO p (k) VALUES ('00000000-0000-0000-0000-000000000001'); "
                    + "INSERT INTO c (k, up) VALUES ('00000000-0000-0000-0000-000000000001', NULL)",
            Kept = "SELECT k::text FROM c",
        },
        new(
            "A table gets a tenant in its key, and its children in their foreign keys and unique indexes",
            model => Tenants(model, isShared: false),
            model => Tenants(model, isShared: true))
        {
            Populate = "INSERT INTO users (mail) VALUES ('a'), ('b'); INSERT INTO posts (author, slug) VALUES (1, 's'), (2, 't')",
            Kept = "SELECT \"Id\", author, slug FROM posts ORDER BY 1",
        },
        new(
            "A one-to-one by the key becomes one by a column of its own",
            model => Profile(model, byKey: true),
            model => Profile(model, byKey: false))
        {
            Populate = "INSERT INTO users DEFAULT VALUES; INSERT INTO profiles (\"Id\") VALUES (1)",
            Kept = "SELECT \"Id\" FROM profiles",
        },
    ];

    private static void Ordered(ModelBuilder model, bool isWide, string tenant = "tenant") => Ordered<int>(model, isWide, tenant);

    private static void Ordered<TTenant>(ModelBuilder model, bool isWide, string tenant = "tenant")
        where TTenant : notnull
    {
        string[] columns = isWide ? [tenant, "number", "version"] : [tenant, "number"];
        model.SharedTypeEntity<Dictionary<string, object>>("orders", order =>
        {
            order.ToTable("orders");
            Parts(order);
            order.Property<int?>("after");
            order.Property<int>("afterVersion").HasDefaultValue(0);
            order.HasKey(columns).HasName("PK orders");
            string[] after = isWide ? [tenant, "after", "afterVersion"] : [tenant, "after"];
            order.HasOne("orders", null)
                .WithMany()
                .HasForeignKey(after)
                .HasPrincipalKey(columns)
                .HasConstraintName("FK after")
                .OnDelete(DeleteBehavior.NoAction);
        });
        foreach (var name in new[] { "lines", "Nötes" })
        {
            model.Map(name, child =>
            {
                Parts(child);
                child.HasOne("orders", null).WithMany().HasForeignKey(columns).HasConstraintName("FK order");
            });
        }

        model.SharedTypeEntity<Dictionary<string, object>>("bills", bill =>
        {
            bill.ToTable("bills");
            Parts(bill);
            bill.Property<TTenant>(tenant).HasColumnName("tenant");
            bill.HasKey(columns);
            bill.HasOne("orders", null).WithOne().HasForeignKey("bills", columns);
        });

        void Parts(Entity table)
        {
            table.Property<TTenant>(tenant).HasDefaultValueSql("1");
            table.Property<int>("number").ValueGeneratedNever();
            if (isWide)
                table.Property<int>("version").HasDefaultValue(0);
        }
    }

    private static void Coded(ModelBuilder model, bool isSwapped)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            table.Property<int>("Id").ValueGeneratedNever();
            table.Property<string>("code").HasMaxLength(5);
            table.HasKey(isSwapped ? "code" : "Id").HasName("PK");
            table.HasAlternateKey(isSwapped ? "Id" : "code").HasName("AK");
        });
        model.Map("c", table =>
        {
            table.Property<int>("p");
            table.Property<string>("code").HasMaxLength(5).IsRequired();
            table.HasOne("p", null).WithMany().HasForeignKey("p").HasPrincipalKey("Id");
            table.HasOne("p", null).WithMany().HasForeignKey("code").HasPrincipalKey("code");
        });
    }

    private static void Circled<T>(ModelBuilder model, DeleteBehavior behavior)
    {
        One("a", "b");
        One("b", "a");

        void One(string name, string other) => model.SharedTypeEntity<Dictionary<string, object>>(name, table =>
        {
            table.ToTable(name);
            table.Property<T>("k").ValueGeneratedNever();
            table.Property<int>("n");
            table.Property(typeof(T).IsValueType ? typeof(Nullable<>).MakeGenericType(typeof(T)) : typeof(T), $"{other}k");
            table.Property<int?>($"{other}n");
            table.HasKey("k", "n");
            table.HasOne(other, null).WithMany().HasForeignKey($"{other}k", $"{other}n").OnDelete(behavior);
        });
    }

    private static void Pairs(ModelBuilder model, string[] key, string[] foreignKey)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("p", table =>
        {
            table.ToTable("p");
            table.Property<int>("x");
            table.Property<int>("y");
            table.HasKey("x", "y");
            if (key[0] == "y")
                table.HasAlternateKey(key);
        });
        model.Map("c", table =>
        {
            table.Property<int>("a");
            table.Property<int>("b");
            table.HasOne("p", null).WithMany().HasForeignKey(foreignKey).HasPrincipalKey(key);
        });
    }

    private static void Joined(ModelBuilder model, bool isOwn)
    {
        model.Map("people", _ => { });
        model.Map("clubs", _ => { });
        model.SharedTypeEntity<Dictionary<string, object>>("members", member =>
        {
            member.ToTable("members");
            member.Property<int>("person");
            member.Property<int>("club");
            if (isOwn)
            {
                member.Property<long>("Id").ValueGeneratedOnAdd();
                member.HasKey("Id").HasName("PK m");
                member.HasIndex("person", "club").IsUnique();
                member.Property<DateTime>("Sïnce").HasDefaultValueSql("CURRENT_TIMESTAMP");
            }
            else
            {
                member.HasKey("person", "club").HasName("PK m");
            }

            member.HasOne("people", null).WithMany().HasForeignKey("person").OnDelete(DeleteBehavior.Cascade);
            member.HasOne("clubs", null).WithMany().HasForeignKey("club").OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void Texts<T>(ModelBuilder model, string type)
    {
        foreach (var name in new[] { "p", "c" })
        {
            model.SharedTypeEntity<Dictionary<string, object>>(name, table =>
            {
                table.ToTable(name);
                table.Property<T>("k").HasColumnType(type).ValueGeneratedNever();
                table.HasKey("k");
                if (name == "p")
                    return;
                table.Property(typeof(T).IsValueType ? typeof(Guid?) : typeof(string), "up").HasColumnType(type);
                table.HasOne("p", null).WithOne().HasForeignKey("c", "k").HasPrincipalKey("p", "k");
                table.HasOne("c", null).WithMany().HasForeignKey("up");
            });
        }
    }

    private static void Tenants(ModelBuilder model, bool isShared)
    {
        model.SharedTypeEntity<Dictionary<string, object>>("users", user =>
        {
            user.ToTable("users");
            user.Property<int>("Id").ValueGeneratedOnAdd();
            user.Property<string>("mail").IsRequired();
            user.HasKey("Id").HasName("PK u");
            if (isShared)
            {
                user.Property<Guid>("tenant");
                user.HasAlternateKey("tenant", "Id").HasName("AK u");
                user.HasIndex(["tenant", "mail"], "UX mail").IsUnique();
            }
            else
            {
                user.HasIndex(["mail"], "UX mail").IsUnique();
            }
        });
        model.Map("posts", post =>
        {
            post.Property<int>("author");
            post.Property<string>("slug").IsRequired();
            if (isShared)
            {
                post.Property<Guid>("tenant");
                post.HasIndex(["tenant", "slug"], "UX slug").IsUnique();
                post.HasOne("users", null)
                    .WithMany()
                    .HasForeignKey("tenant", "author")
                    .HasPrincipalKey("tenant", "Id")
                    .HasConstraintName("FK author");
            }
            else
            {
                post.HasIndex(["slug"], "UX slug").IsUnique();
                post.HasOne("users", null).WithMany().HasForeignKey("author").HasConstraintName("FK author");
            }
        });
    }

    private static void Profile(ModelBuilder model, bool byKey)
    {
        model.Map("users", _ => { });
        model.SharedTypeEntity<Dictionary<string, object>>("profiles", profile =>
        {
            profile.ToTable("profiles");
            profile.Property<int>("Id").ValueGeneratedNever();
            profile.HasKey("Id");
            if (byKey)
            {
                profile.HasOne("users", null).WithOne().HasForeignKey("profiles", "Id").OnDelete(DeleteBehavior.Cascade);
                return;
            }

            profile.Property<int>("Id").ValueGeneratedOnAdd();
            profile.Property<int?>("user");
            profile.HasOne("users", null).WithOne().HasForeignKey("profiles", "user").OnDelete(DeleteBehavior.SetNull);
        });
    }
}
