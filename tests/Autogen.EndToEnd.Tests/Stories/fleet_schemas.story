# A schema for each tenant of one PostgreSQL database.
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…


$ dotnet autogen revision -m 'create items' --rev-id aaaa00000001
…

@file Revisions/aaaa00000001_create_items.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>create items</summary>
[Revision("aaaa00000001")]
public sealed class CreateItems : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
        => op.CreateTable("items", table => new { id = table.Column<int>() }, constraints: table => table.PrimaryKey("pk_items", x => x.id));

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op) => op.DropTable("items");
}
@end

@file autogen.json
{ "fleet": { "schemas": "tenant_*" } }
@end

$ dotnet autogen fleet upgrade
error AG0085: The fleet has no database. Correct 'fleet' of autogen.json.
=> 1

$ dotnet autogen sql 'CREATE SCHEMA tenant_1; CREATE SCHEMA "tenant_Straße 2"; CREATE SCHEMA tenant_3; CREATE SCHEMA other' --no-build
…

$ dotnet autogen fleet upgrade --no-build --parallel 1
[1/3] tenant_1: upgraded to <id> (<n> ms)
[2/3] tenant_3: upgraded to <id> (<n> ms)
[3/3] tenant_Straße 2: upgraded to <id> (<n> ms)
3 databases: 3 upgraded.

$ dotnet autogen sql 'INSERT INTO "tenant_Straße 2".items VALUES (1)' --no-build
…

$ dotnet autogen fleet status --no-build
3 databases: 3 up to date.
Groups:
  3 up to date at <id>, schema <id>: tenant_1, tenant_3, tenant_Straße 2

$ dotnet autogen fleet upgrade --no-build --ledger release-1 --lock-timeout 5
3 databases of the run 'release-1' (3 by this worker): 3 up to date.

$ dotnet autogen fleet upgrade --no-build --ledger release-1 --pause 1
--pause is for the waves of one process; with --ledger the next wave begins when the one before it is done.
'dotnet autogen fleet upgrade --help' shows what is possible.
=> 2

$ dotnet autogen fleet upgrade aaaa00000001 --no-build --ledger release-1
error AG0085: The run 'release-1' of the ledger has another target: head (of <id>), and this is <id> (of <id>). Give this one a name of its own (--ledger).
=> 1

@file autogen.json
{ "fleet": { "query": "SELECT name FROM nowhere" } }
@end

$ dotnet autogen fleet upgrade --no-build
error AG0084: The databases of the fleet can't be read: 'query' of 'fleet' in autogen.json failed: relation "nowhere" does not exist. Correct it, or 'database', which says where it runs.
=> 1
