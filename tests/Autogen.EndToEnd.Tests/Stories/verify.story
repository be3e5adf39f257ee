# Proving revisions on a scratch database, before they are written and for ever after.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

# A revision that would not run is not written.
@file Wrong.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Shop;

internal sealed class Wrong : IAutogenEnvironment
{
    public void Review(OperationsReview review) => review.Upgrade.Add(new SqlOperation { Sql = "INSERT INTO nowhere VALUES (1)" });
}
@end
$ dotnet autogen revision --autogenerate --verify -m 'create tables'
…
error AG0040: The revision fails its proof on a scratch database; nothing was written:
  the upgrade fails: Revision <id> (Shop.Revisions.CreateTables) failed in operation …nowhere…
…
=> 1

@delete Wrong.cs

$ bash -c 'ls Revisions'

# Nothing was there before and nothing but the file is there afterwards.
$ dotnet autogen revision --autogenerate --verify -m 'create tables'
…
Generating Revisions/<id>_create_tables.cs ... done

$ dotnet autogen current

$ dotnet autogen verify --all
Verifying <base> -> <id>, create tables ... done (<n> ms)
1 revision proven: applied, undone, applied again.

# What is renamed has its new name when the model is compared with what was made.
$ dotnet autogen upgrade head --no-build
…
$ sed -i 's/public .*string Name /[System.ComponentModel.DataAnnotations.Schema.Column("full name")] &/' Model/Customer.cs
$ dotnet autogen revision --autogenerate --verify --dry-run -m 'rename' --rename 'Customers.Name=full name'
…
    public override void Upgrade(MigrationBuilder op) => op.RenameColumn(name: "Name", table: "Customers", newName: "full name");
…
$ sed -i 's/.System.ComponentModel.*full name.*] //' Model/Customer.cs
$ dotnet autogen downgrade base
…

# A revision that somebody wrote by hand, and whose downgrade was never tried.
$ dotnet autogen revision --rev-id 0123456789ab -m 'by hand'
Generating Revisions/<id>_by_hand.cs ... done

@file Revisions/0123456789ab_by_hand.cs
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>by hand</summary>
[Revision("0123456789ab", Revises = "PARENT")]
public sealed class ByHand : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op) => op.Sql("ALTER TABLE \"Customers\" ADD COLUMN extra integer");

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
@end
$ bash -c 'id=$(basename Revisions/*_create_tables.cs | cut -c1-12); sed -i s/PARENT/$id/ Revisions/0123456789ab_by_hand.cs'

$ dotnet autogen verify
Verifying <id> -> <id>, by hand ... done (<n> ms)
<id>, by hand:
  the downgrade leaves: added column 'Customers.extra' …
…
1 of 1 revision failed the proof.
=> 3

$ dotnet autogen verify --all --json --no-build
{"revisions":[{"id":"<id>","message":"create tables","findings":[]},{"id":"<id>","message":"by hand","findings":[{"kind":"downgradeLeaves","text":"the downgrade leaves: added column \u0027Customers.extra\u0027 …"},…
Verifying <base> -> <id>, create tables ... done (<n> ms)
Verifying <id> -> <id>, by hand ... done (<n> ms)
=> 3

$ dotnet autogen verify nonsense --no-build
error AG0018: Can't locate revision identified by 'nonsense'.…
=> 1

$ dotnet autogen verify --all head --no-build
error AG0001: --all takes no revisions: it proves every one.
=> 2

# What 'diff' says can go into a pull request, or onto a page.
$ dotnet autogen diff --format markdown --no-build
…
