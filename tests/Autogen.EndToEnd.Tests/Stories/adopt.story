# A database that EF Core's EnsureCreated made and that holds rows, taken over.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

# Nothing to take over yet.
$ dotnet autogen adopt
error AG0056: The database has no tables to take over: …
=> 1

$ dotnet run -v q -- create
…

$ dotnet run -v q --no-build -- fill 3
…

$ dotnet autogen adopt --from-ef --no-build
error AG0057: The database has no history of EF Core's migrations: …'__EFMigrationsHistory'…
=> 1

# What it would write, written nowhere.
$ bash -c 'dotnet autogen adopt --dry-run --no-build -q | grep -c CreateTable'
8

$ bash -c 'ls Revisions; dotnet autogen current --no-build'

$ dotnet autogen adopt --no-build
Verifying <base> -> <id>, adopt the database ... done (<n> ms)
Taking over 8 tables.
…
Generating Revisions/<id>_adopt_the_database.cs ... done
Stamped: <base> -> <id>
No further differences: the database is as the model wants it.

# case N13
$ dotnet autogen check --no-build
warning: Revision <id> (Revisions/<id>_adopt_the_database.cs) is not in the build, so it does not count here. Run the command without --no-build.
error AG0024: The database is at revision '<id>' (Revisions/<id>_adopt_the_database.cs), which is not compiled into the build. Run the command without --no-build.
=> 1

$ dotnet autogen current
<id> (head)

$ dotnet autogen check --no-build
No new upgrade operations detected.

$ dotnet autogen upgrade head --no-build
…

# Its rows are where they were.
$ dotnet run -v q --no-build
Customers: …
…

$ dotnet autogen sql 'SELECT direction, milliseconds FROM autogen_log' --no-build
direction | milliseconds
----------+-------------
adopt     | 0
(1 row)

# There is a history now.
$ dotnet autogen adopt
error AG0056: The project has revisions already (the head is <id>), and adopt writes the first one. …
=> 1

# An empty database becomes the same by the same revision, and back again.
$ dotnet autogen verify --all --no-build
Verifying <base> -> <id>, adopt the database ... done (<n> ms)
1 revision proven: applied, undone, applied again.
