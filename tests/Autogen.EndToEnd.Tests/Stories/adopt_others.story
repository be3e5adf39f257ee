# A database that EF Core's migrations and Alembic have known, with tables and views of others in it.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet run -v q -- create
…

@file seed.sh
dotnet autogen sql --no-build "
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('1975ea83b712');
CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" varchar(150) NOT NULL PRIMARY KEY, \"ProductVersion\" varchar(32) NOT NULL);
INSERT INTO \"__EFMigrationsHistory\" VALUES ('20240101000000_Initial', '8.0.1');
CREATE TABLE \"Some'body's\" (a integer);
CREATE VIEW \"Some view\" AS SELECT a FROM \"Some'body's\";
ALTER TABLE \"Customers\" ADD COLUMN shoe_size integer;
"
@end
$ bash seed.sh
…

# A migration that is not applied yet.
@file Migrations/Later.cs
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Migrations;

[DbContext(typeof(ShopContext))]
[Migration("20240202000000_Later")]
public sealed class Later : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
    }
}
@end
$ dotnet autogen adopt --from-ef
error AG0057: 1 of EF Core's migrations is not applied to this database: 20240202000000_Later. Apply it with 'dotnet ef database update' first; …
=> 1

@delete Migrations/Later.cs

# Alembic's table is Alembic's.
@file autogen.json
{ "versionTable": "alembic_version" }
@end
$ dotnet autogen adopt
error AG0056: The version table is Alembic's own, 'alembic_version', and it holds <id>: …'dotnet autogen stamp base --purge'…
=> 1

@file autogen.json
{}
@end
$ dotnet autogen adopt --no-build
Verifying <base> -> <id>, adopt the database ... done (<n> ms)
Taking over 8 tables.
Left alone, because the model does not map them: Some'body's, alembic_version. --all-tables takes over what of it is no other tool's.
Left as they are, and not made by the base revision: 1 view (--verbose names them).
The base revision inserts 3 rows of HasData, as they are here, into an empty database.
EF Core's history '__EFMigrationsHistory' is there, with 1 applied migration; it is left alone. With --from-ef …
Alembic's 'alembic_version' is left alone, at <id>: this tool keeps its own 'autogen_version'. Drop it once Alembic is given up.
Generating Revisions/<id>_adopt_the_database.cs ... done
Stamped: <base> -> <id>
Detected removed column 'Customers.shoe_size' …
  ! …
Next: dotnet autogen revision --autogenerate -m "…"

# Undone: an empty file of revisions, and the version table as it was.
$ bash -c 'dotnet autogen stamp base && rm Revisions/*.cs'
Stamped: <id> -> <base>

$ dotnet autogen adopt --from-ef -m 'as EF Core left it' --rev-id 0000000000aa --json
{"id":"<id>","fileName":"<id>_as_ef_core_left_it.cs","file":"Revisions/<id>_as_ef_core_left_it.cs","tables":[…],"leftAloneTables":["Some\u0027body\u0027s","alembic_version"],"leftAlone":[{"kind":"view","name":"Some view"}],"requiredTables":[],"verified":true,"notExpressed":[],"findings":[],"efMigrations":[{"id":"20240101000000_Initial","productVersion":"8.0.1"}],…"stamped":true,…"format":1,"command":"adopt"}
Verifying <base> -> <id>, as EF Core left it ... done (<n> ms)
…
Generating Revisions/<id>_as_ef_core_left_it.cs ... done
…

$ bash -c 'grep -A1 "Applied before" Revisions/*.cs'
/// Applied before by EF Core's migrations (__EFMigrationsHistory):
/// 20240101000000_Initial (EF Core 8.0.1)

$ dotnet autogen sql 'SELECT revision, direction, tool_version FROM autogen_log WHERE direction = (SELECT min(direction) FROM autogen_log WHERE direction > (SELECT min(direction) FROM autogen_log))' --no-build
revision               | direction | tool_version
-----------------------+-----------+--------------
20240101000000_Initial | ef        | EF Core 8.0.1
(1 row)

# The next revision takes the column away here, and where an empty database became it.
$ dotnet autogen revision --autogenerate -m 'no shoes'
…
Generating Revisions/<id>_no_shoes.cs ... done

$ dotnet autogen verify --all
…
2 revisions proven: applied, undone, applied again.

$ dotnet autogen upgrade head --no-build
Running upgrade <id> -> <id>, no shoes ... done (<n> ms)

$ dotnet autogen check --no-build
No new upgrade operations detected.
…
