# Scripts that say what they do, edited revisions that fail a check, and downgrades that a person confirms.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

# case W8
$ dotnet autogen check --fail-on-changed
No new upgrade operations detected.

$ bash -c 'sed -i "0,/op.CreateTable(/s//op.Sql(\"SELECT 1\");\n        &/" Revisions/*_create_tables.cs'
$ dotnet autogen check
No new upgrade operations detected.
warning: Revision <id> (Revisions/<id>_create_tables.cs) was changed after it was applied: …

$ dotnet autogen check --fail-on-changed
No new upgrade operations detected.
Edited after they were applied: <id>.
warning: Revision <id> (Revisions/<id>_create_tables.cs) was changed after it was applied: …
=> 3

$ bash -c 'sed -i "0,/{/s//{ \"failOnChanged\": true,/" autogen.json'
$ dotnet autogen check --json --quiet
{"changes":[],…"changedRevisions":["<id>"],…"command":"check"}
=> 3

# case W9
$ dotnet autogen stamp base --purge --no-build
Stamped: <id> -> <base>

$ dotnet autogen stamp head --no-build
Stamped: <base> -> <id>

# A person confirms what is lost; a script is not asked.
# case W7
@type n
$ dotnet autogen downgrade base
Reverts 1 revision, to <base>; drops tables '… with all rows. Go on? [y/N] n
error AG0083: Not confirmed: nothing was reverted. 'dotnet autogen downgrade --yes' asks nothing.
=> 1

@type ^D
$ dotnet autogen downgrade -1
…
error AG0083: …
=> 1

@type unused
$ dotnet autogen downgrade base --dry-run
Would run downgrade <id> -> <base>, create tables

@type y
$ dotnet autogen downgrade base
Reverts 1 revision, to <base>; drops tables '… with all rows. Go on? [y/N] y
Running downgrade <id> -> <base>, create tables ... done (<n> ms)

$ dotnet autogen upgrade head
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

@type unused
$ dotnet autogen downgrade base -y
Running downgrade <id> -> <base>, create tables ... done (<n> ms)

$ dotnet autogen upgrade head
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet autogen downgrade base
Running downgrade <id> -> <base>, create tables ... done (<n> ms)

# A script says what it is, how it is run, what each revision endangers, and how long it waits.
# case W3
@file Revisions/bbbb00000001_dangers.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>all about dangers</summary>
[Revision("bbbb00000001")]
public sealed class Dangers : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        // Drops table "old" with all rows.
        op.Sql("DROP TABLE IF EXISTS old");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
        // Can't bring the rows back.
        op.Sql("SELECT 1");
    }
}
@end
$ dotnet autogen upgrade base:bbbb00000001 --sql
-- Upgrade <base> -> <id> for …, 1 revision. Written by dotnet autogen <version>.
-- Run it with: …

…
-- Upgrade to <id>: all about dangers
--   Drops table "old" with all rows.
BEGIN;
…

$ dotnet autogen downgrade bbbb00000001:base --sql --no-build
…
-- Downgrade from <id>: all about dangers
--   Can't bring the rows back.
BEGIN;
…
