# What can't be taken over, and what is left of an attempt that fails.
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet run -v q -- create
…

@file seed.sql
CREATE FUNCTION known(name text) RETURNS boolean LANGUAGE sql STABLE RETURN (SELECT count(*) >= 0 FROM "Customers");
ALTER TABLE "Customers" ADD CONSTRAINT odd CHECK (known("Name"));
@end
$ bash -c 'dotnet autogen sql --no-build "$(cat seed.sql)"'
…

# A function whose body refers to the table that needs it can't be created before the table, nor after it.
$ dotnet autogen adopt --no-build
Verifying <base> -> <id>, adopt the database ...
…
error AG0058: The base revision does not run on an empty database, and nothing was written: …does not exist…
…
=> 1

$ bash -c 'ls Revisions'

# The version can't be set by who may only read: nothing is left of it.
$ dotnet autogen adopt --no-build --no-verify --connection '{connection};Options=-c default_transaction_read_only=on'
Taking over 8 tables.
…
Generating Revisions/<id>_adopt_the_database.cs ... done
…
error AG0017: …
  The database was not stamped, and Revisions/<id>_adopt_the_database.cs was removed again.
=> 1

$ bash -c 'ls Revisions'

$ dotnet autogen adopt --no-build --no-verify --scratch nowhere
error AG0001: --scratch is for the proof that --no-verify leaves out: give one of them.
=> 2

$ dotnet autogen adopt --no-build --no-verify
Taking over 8 tables.
…
Generating Revisions/<id>_adopt_the_database.cs ... done
Stamped: <base> -> <id>
Detected removed check constraint 'odd' on 'Customers'…
Next: dotnet autogen revision --autogenerate -m "…"
