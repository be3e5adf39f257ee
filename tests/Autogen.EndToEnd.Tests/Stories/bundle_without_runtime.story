# A small bundle for machines that have .NET: a SQLite table is rebuilt by it, and the script of that is made on a replica in memory.
@sample Shop
@set SHOP_DATABASE {connection}
$ dotnet autogen init -q
$ dotnet autogen revision --autogenerate -m 'create tables' -q
@set ShopModel 2
$ dotnet autogen upgrade head -q
$ dotnet autogen revision --autogenerate -m 'second model' -q
…
$ dotnet autogen bundle -o migrate --framework-dependent --json -q
{"context":"Shop.ShopContext, Shop","revisions":2,"heads":["<id>"],"file":"<folder>/Shop/migrate","selfContained":false,"format":1,"command":"bundle"}

# What is committed with the sources is left as it was.
$ sh -c 'ls obj | grep bundle'
=> 1

$ ./migrate upgrade --sql
-- Upgrade <id> -> <id> for SQLite, 1 revision. Written by dotnet autogen <version>.
-- Run it with: sqlite3 -bail DATABASE < FILE

PRAGMA busy_timeout = 60000;

-- Upgrade to <id>: second model
…
PRAGMA foreign_keys = OFF;
…
PRAGMA foreign_keys = ON;


$ ./migrate upgrade --dry-run
Would run upgrade <id> -> <id>, second model
$ ./migrate upgrade
Running upgrade <id> -> <id>, second model ... done (<n> ms)
$ ./migrate upgrade
Nothing to do: the database is at <id>.
$ ./migrate current
<id> (head)
$ ./migrate downgrade -1 -q
$ ./migrate history -i
<id> -> <id> (head), second model
<base> -> <id> (current), create tables

# Another database, by a URL; it is made.
$ ./migrate upgrade --connection sqlite:///other.db
Running upgrade <base> -> <id>, create tables ... done (<n> ms)
Running upgrade <id> -> <id>, second model ... done (<n> ms)
$ ./migrate current --connection sqlite:///absent.db
$ sh -c 'ls *.db'
other.db

# It is the tool's own database, too.
$ dotnet autogen check --no-build --configuration Release --connection sqlite:///other.db
No new upgrade operations detected.
1 cosmetic difference (1 left-over default); list it with --strict.
