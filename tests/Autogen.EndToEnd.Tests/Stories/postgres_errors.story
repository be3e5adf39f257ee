# What a PostgreSQL server refuses.
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

# A wrong password: Npgsql takes the last one that a connection string gives.
$ dotnet autogen upgrade head --connection '{connection};Password=hidden-pw'
error AG0016: The server … refused the user or the password: password authentication failed for user "postgres". Check the connection string.
=> 1

$ dotnet autogen upgrade head --no-build --connection '{connection};Database=nowhere'
error AG0015: The server … has no database 'nowhere'. Create it with 'dotnet autogen upgrade --create-database', or correct the connection string.
=> 1

$ dotnet autogen upgrade head --no-build --connection '{connection};Port=1;Timeout=3'
error AG0014: The server at … does not answer …
=> 1

# A missing database is created by the option, or by a person's yes.
# case W12
@type n
$ dotnet autogen upgrade head --no-build --connection '{connection};Database=Story Created'
The database 'Story Created' on server … does not exist. Create it? [y/N] n
error AG0015: The server … has no database 'Story Created'. …
=> 1

@type y
$ dotnet autogen upgrade head --no-build --connection '{connection};Database=Story Created'
The database 'Story Created' on server … does not exist. Create it? [y/N] y
Created database 'Story Created' on server ….
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet autogen upgrade head --create-database --no-build --connection '{connection};Database=Story Created'
Nothing to do: the database is at <id>.

$ dotnet autogen sql 'DROP DATABASE "Story Created"' --no-build
Done.

$ dotnet autogen upgrade head --create-database --no-build --connection '{connection};Database=story_created'
Created database 'story_created' on server ….
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet autogen sql 'DROP DATABASE story_created' --no-build
Done.

$ dotnet autogen upgrade head --create-database --dry-run --no-build
…--create-database is for an upgrade that runs: leave it out with --sql and --dry-run.
…
=> 2

# A session that may only read.
$ dotnet autogen upgrade head --no-build --connection '{connection};Options=-c default_transaction_read_only=on'
error AG0017: …
=> 1

# A role that may connect, and nothing else.
$ dotnet autogen sql 'DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $r$autogen_guest$r$) THEN CREATE ROLE autogen_guest LOGIN PASSWORD $r$guest-pw$r$; END IF; END $$' --no-build
…

$ dotnet autogen upgrade head --no-build --connection '{connection};Username=autogen_guest;Password=guest-pw'
error AG0017: …permission denied for schema public…
=> 1

$ dotnet autogen upgrade head --no-build
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

# Refusals of the database are reported by entity and property; nothing is written.
$ bash -c 'cp Model/ProductConfiguration.cs ../kept; sed -i "s/.\"Price.\" >= 0/Prise >= 0/" Model/ProductConfiguration.cs'

$ dotnet autogen revision --autogenerate -m 'never written'
…
error AG0037: PostgreSQL refuses what the model wants; nothing was written. Correct the model:
  entity 'Product' (check constraint 'CK_Products_Price' on '…Products'): column "prise" does not exist
=> 1

$ bash -c 'mv ../kept Model/ProductConfiguration.cs; ls Revisions | grep -c never'
0
=> 1

# Catalogues hide nothing: the role sees the same schema, and only can't ask for what needs a privilege.
$ dotnet autogen upgrade abcd --no-build
error AG0018: Can't locate revision identified by 'abcd'. …
=> 1

$ dotnet autogen downgrade -5 --no-build
error AG0049: Relative revision -5 didn't produce 5 migrations: the history ends before.
=> 1

$ dotnet autogen sql 'SELECT nonsense' --no-build
error AG0034: 42703: column "nonsense" does not exist
…
=> 1

$ dotnet autogen sql 'INSERT INTO autogen_version VALUES ($r$ffffffffffff$r$)' --no-build
1 row changed.

$ dotnet autogen status --no-build
error AG0024: The database is at revision '<id>', which no file has…
=> 1
