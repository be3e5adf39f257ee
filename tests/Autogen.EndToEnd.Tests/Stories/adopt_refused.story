# What can't be taken over, and what is left of an attempt that fails.
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet run -v q -- create
…

@file seed.sql
CREATE FUNCTION alike(a text, b text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT lower(a) = lower(b)';
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = alike);
ALTER TABLE "Customers" ADD CONSTRAINT odd CHECK (NOT "Name" === 'nobody');
@end
$ bash -c 'dotnet autogen sql --no-build "$(cat seed.sql)"'
…

# An operator is nothing that a revision can make.
$ dotnet autogen adopt --no-build
Verifying <base> -> <id>, adopt the database ...
…
error AG0058: The base revision does not run on an empty database, and nothing was written: …operator does not exist…
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
