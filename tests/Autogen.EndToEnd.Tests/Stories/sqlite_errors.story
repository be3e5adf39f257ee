# What a SQLite file refuses, and revisions that fail.
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

# Refusals of the database are reported by entity and property; nothing is written.
$ bash -c 'cp Model/ProductConfiguration.cs ../kept; sed -i "s/.\"Price.\" >= 0/Prise >= 0/" Model/ProductConfiguration.cs'

$ dotnet autogen revision --autogenerate -m 'never written'
…
error AG0037: SQLite refuses what the model wants; nothing was written. Correct the model:
  entity 'Product' (check constraint 'CK_Products_Price' on 'Products'): no such column: Prise
=> 1

$ bash -c 'mv ../kept Model/ProductConfiguration.cs; ls Revisions | grep -c never'
0
=> 1

$ dotnet autogen revision -m 'one that throws' --rev-id aaaa00000001
…

@file Revisions/aaaa00000001_one_that_throws.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>one that throws</summary>
[Revision("aaaa00000001")]
public sealed class OneThatThrows : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("CREATE TABLE half (id INTEGER)");
        op.Sql("INSERT INTO nowhere VALUES (1)");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
@end

$ dotnet autogen upgrade head
Running upgrade <base> -> <id>, one that throws ...
error AG0029: Revision <id> (Shop.Revisions.OneThatThrows) failed in operation 2, Sql: SQLite Error 1: 'no such table: nowhere'.
  INSERT INTO nowhere VALUES (1)
  It was rolled back: the database is at <base>.
=> 1

# Nothing of it is there.
$ dotnet autogen sql 'SELECT count(*) AS tables FROM sqlite_master' --no-build
tables
------
0
(1 row)

$ dotnet autogen upgrade head --no-build --connection 'Data Source={folder}/nowhere/x.db'
error AG0015: The SQLite file '<folder>/nowhere/x.db' can't be opened. Does its folder exist, and may it be read and written? If it is missing, 'dotnet autogen upgrade --create-database' creates it.
=> 1

# case W12
@type n
$ dotnet autogen upgrade 000000000001 --no-build --connection 'Data Source={folder}/nowhere/x.db'
The SQLite file '<folder>/nowhere/x.db' does not exist. Create it? [y/N] n
error AG0015: The SQLite file '<folder>/nowhere/x.db' can't be opened. …
=> 1
