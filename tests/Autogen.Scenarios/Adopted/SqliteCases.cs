using Autogen.Scenarios.Cases;
using Autogen.Scenarios.Running;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Scenarios.Adopted;

/// <summary>Databases of SQLite.</summary>
internal static class SqliteCases
{
    public static IEnumerable<AdoptedCase> All { get; } = new AdoptedCase[]
    {
        new(
            "SQLite: keys that number rows in another way",
            """
            CREATE TABLE a (Id INTEGER NOT NULL CONSTRAINT PK_a PRIMARY KEY);
            CREATE TABLE b (Id INTEGER CONSTRAINT PK_b PRIMARY KEY AUTOINCREMENT);
            CREATE TABLE c (Id INTEGER CONSTRAINT PK_c PRIMARY KEY);
            """,
            model =>
            {
                model.Map("a", _ => { });
                model.Map("b", b => b.Property<int>("Id").ValueGeneratedNever());
                model.Map("c", c => c.Property<int>("Id").ValueGeneratedNever());
            })
        {
            Cosmetic = ["2 AUTOINCREMENTs"],
        },
        new(
            "SQLite: unnamed constraints",
            """
            CREATE TABLE parents (Id INTEGER PRIMARY KEY AUTOINCREMENT, code TEXT NOT NULL UNIQUE);
            CREATE TABLE children (Id INTEGER PRIMARY KEY AUTOINCREMENT, parent TEXT REFERENCES parents (code), n INTEGER NOT NULL CHECK (n > 0));
            CREATE INDEX by_parent ON children (parent);
            """,
            model =>
            {
                model.Map("parents", parent => parent.Property<string>("code").IsRequired());
                model.Map("children", child =>
                {
                    child.Property<string>("parent");
                    child.Property<int>("n");
                    child.HasOne("parents", null)
                        .WithMany()
                        .HasForeignKey("parent")
                        .HasPrincipalKey("code")
                        .OnDelete(DeleteBehavior.NoAction);
                    child.ToTable(table => table.HasCheckConstraint("CK_positive", "n > 0"));
                });
            })
        {
            Cosmetic = ["5 constraint names", "1 index name"],
            IsOnlyCompared = true,
        },
        new(
            "SQLite: defaults that AddColumn left behind",
            """
            CREATE TABLE t (Id INTEGER NOT NULL CONSTRAINT PK_t PRIMARY KEY AUTOINCREMENT);
            ALTER TABLE t ADD a INTEGER NOT NULL DEFAULT 0; ALTER TABLE t ADD b TEXT NOT NULL DEFAULT ''; ALTER TABLE t ADD c REAL NOT NULL DEFAULT 0.0; ALTER TABLE t ADD d TEXT NOT NULL DEFAULT '0.0';
            ALTER TABLE t ADD e TEXT NOT NULL DEFAULT '0001-01-01 00:00:00'; ALTER TABLE t ADD f TEXT NOT NULL DEFAULT '0001-01-01 00:00:00+00:00'; ALTER TABLE t ADD g TEXT NOT NULL DEFAULT '0001-01-01';
            ALTER TABLE t ADD h TEXT NOT NULL DEFAULT '00:00:00'; ALTER TABLE t ADD i TEXT NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'; ALTER TABLE t ADD j BLOB NOT NULL DEFAULT X'';
            ALTER TABLE t ADD k INTEGER NOT NULL DEFAULT 0; ALTER TABLE t ADD l TEXT NOT NULL DEFAULT ''; ALTER TABLE t ADD m TEXT NOT NULL DEFAULT '[]'; ALTER TABLE t ADD n TEXT NOT NULL DEFAULT '{}';
            ALTER TABLE t ADD o INTEGER NOT NULL DEFAULT 1; ALTER TABLE t ADD p INTEGER DEFAULT 0;
            """,
            model => model.Map("t", table =>
            {
                table.Property<int>("a");
                table.Property<string>("b").IsRequired();
                table.Property<double>("c");
                table.Property<decimal>("d");
                table.Property<DateTime>("e");
                table.Property<DateTimeOffset>("f");
                table.Property<DateOnly>("g");
                table.Property<TimeOnly>("h");
                table.Property<Guid>("i");
                table.Property<byte[]>("j").IsRequired();
                table.Property<bool>("k");
                table.Property<string>("l").IsRequired();
                table.Property<string>("m").IsRequired();
                table.Property<string>("n").IsRequired();
                table.Property<int>("o");
                table.Property<int?>("p");
            }))
        {
            Cosmetic = ["14 left-over defaults"],
            Significant = ["removed default from column 't.o': 1", "removed default from column 't.p': 0"],
        },
        new(
            "SQLite: types in odd spelling",
            """create table "t" ([Id] integer not null constraint PK_t primary key autoincrement, """
                + "`a` TEXT COLLATE NOCASE, b varchar ( 20 ), c DECIMAL( 10 , 2 ), d Text)",
            model => model.Map("t", table =>
            {
                table.Property<string>("a").UseCollation("NOCASE");
                table.Property<string>("b").HasColumnType("VARCHAR(20)");
                table.Property<decimal?>("c").HasColumnType("decimal(10,2)");
                table.Property<string>("d");
            })),
        new(
            "SQLite: a collation inside the type",
            "CREATE TABLE t (Id INTEGER NOT NULL CONSTRAINT PK_t PRIMARY KEY AUTOINCREMENT, a TEXT COLLATE NOCASE, "
                + "b text collate nocase NOT NULL)",
            model => model.Map("t", table =>
            {
                table.Property<string>("a").HasColumnType("TEXT COLLATE NOCASE");
                table.Property<string>("b").HasColumnType("TEXT COLLATE NOCASE").IsRequired();
            })),
        new(
            "SQLite: names in another case",
            "CREATE TABLE ITEMS (ID INTEGER NOT NULL CONSTRAINT pk_items PRIMARY KEY AUTOINCREMENT, NAME TEXT); "
                + "CREATE INDEX ix_items_name ON ITEMS (NAME)",
            model => model.Map("items", item =>
            {
                item.Property<string>("name");
                item.HasIndex("name");
            })),
        new(
            "SQLite: a unique constraint where the model has a unique index",
            "CREATE TABLE t (Id INTEGER NOT NULL CONSTRAINT PK_t PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE)",
            model => model.Map("t", table =>
            {
                table.Property<string>("name");
                table.HasIndex("name").IsUnique();
            }))
        {
            IgnoredObjects = ["UniqueConstraint "],
        },
        new(
            "SQLite: an unnamed foreign key does something else",
            """
            CREATE TABLE parents (Id INTEGER NOT NULL CONSTRAINT PK_parents PRIMARY KEY AUTOINCREMENT);
            CREATE TABLE children (Id INTEGER NOT NULL CONSTRAINT PK_children PRIMARY KEY AUTOINCREMENT, parent_id INTEGER REFERENCES parents);
            CREATE INDEX IX_children_parent_id ON children (parent_id);
            INSERT INTO parents VALUES (1);
            INSERT INTO children VALUES (1, 1);
            """,
            model =>
            {
                model.Map("parents", _ => { });
                model.Map("children", child =>
                {
                    child.Property<int?>("parent_id");
                    child.HasOne("parents", null).WithMany().HasForeignKey("parent_id").OnDelete(DeleteBehavior.Cascade);
                });
            })
        {
            Significant =
            [
                "changed ON DELETE of foreign key 'FK_children_parents_parent_id' on 'children': NO ACTION -> CASCADE",
                "named foreign key on 'children' ('parent_id') to 'parents' ('Id') 'FK_children_parents_parent_id'",
            ],
            IsOnlyCompared = true,
        },
        new(
            "SQLite: objects made by raw SQL",
            """
            CREATE TABLE t (Id INTEGER NOT NULL CONSTRAINT PK_t PRIMARY KEY AUTOINCREMENT, name TEXT);
            CREATE TABLE "Somebody's" (a, b, PRIMARY KEY (a)) WITHOUT ROWID;
            CREATE VIEW v AS SELECT name FROM t;
            CREATE TRIGGER log AFTER INSERT ON t BEGIN INSERT INTO "Somebody's" VALUES (new.Id, new.name); END;
            CREATE VIRTUAL TABLE search USING fts5 (body);
            CREATE INDEX by_hand ON t (lower(name));
            INSERT INTO t (name) VALUES ('x');
            """,
            model => model.Map("t", table => table.Property<string>("name")))
        {
            Unmanaged = ["Somebody's"],
            IgnoredObjects = ["Index by_hand"],
            Next = model => model.Map("t", table => table.Property<string>("name").IsRequired().HasDefaultValue("none")),
            Kept =
                "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'autogen%' AND name NOT LIKE 'sqlite%' AND name <> 't' "
                    + "ORDER BY name",
        },
    }.Select(adopted => adopted with { Databases = ScenarioDatabases.Sqlite });
}
