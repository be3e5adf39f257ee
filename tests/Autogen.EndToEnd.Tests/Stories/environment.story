# Configuration in code and in autogen.json, on both databases.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

@set ShopModel 2
@file ShopEnvironment.cs
using Autogen;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Shop;

internal sealed class ShopEnvironment : IAutogenEnvironment
{
    // Customers alone, without the column that another team looks after.
    public bool Include(SchemaObject item) => item is { Table: "Customers" } and not { Kind: ObjectKind.Column, Name: "LoyaltyPoints" };

    public void Review(OperationsReview review)
    {
        if (review.X.ContainsKey("fail"))
            throw new InvalidOperationException("no phone book");
        if (review.X.TryGetValue("phones", out var phones) && phones == "optional")
            review.Remove(operation => operation is AlterColumnOperation { Name: "Phone" });
    }

    public void Name(RevisionNaming naming)
    {
        naming.ClassName = "PhonesAreRequired";
        naming.Slug = "phones";
    }

    public void Render(RevisionRendering rendering) => rendering.Header.Add("// Reviewed by the phone team.");
}
@end

$ dotnet autogen check
New upgrade operations detected:
  made column 'Customers.Phone' required
=> 3

$ dotnet autogen check --no-build -x phones=optional
No new upgrade operations detected.

$ dotnet autogen check --no-build -x fail=yes
error AG0041: Shop.ShopEnvironment.Review threw InvalidOperationException: no phone book. --verbose shows where.
=> 1

$ dotnet autogen revision --autogenerate -m 'all have phones' --no-build
Detected made column 'Customers.Phone' required
…
Generating Revisions/<id>_phones.cs ... done

$ bash -c 'grep -E "^(//|public)" Revisions/*_phones.cs'
// Reviewed by the phone team.
/// <summary>all have phones</summary>
public sealed class PhonesAreRequired : Revision

$ dotnet autogen upgrade head
Running upgrade <id> -> <id>, all have phones ... done (<n> ms)

$ dotnet autogen check --no-build
No new upgrade operations detected.

# Several are too many, but only where they are asked.
@file Second.cs
public sealed class Second : Autogen.IAutogenEnvironment;
@end

$ dotnet autogen check
error AG0041: Shop has several classes that implement IAutogenEnvironment: Second, Shop.ShopEnvironment. Keep one; an abstract class does not count.
=> 1

$ dotnet autogen current --no-build
<id> (head)

@delete Second.cs
@delete ShopEnvironment.cs
@file autogen.json
{
  "includeTables": ["Customer*"],
  "excludeTables": ["*Notes"],
  "unmanagedTables": "drop"
}
@end

$ dotnet autogen sql 'CREATE TABLE "Customers left over" (a integer)' --no-build
…

$ dotnet autogen sql 'CREATE TABLE "Somebody else" (a integer)' --no-build
…

$ dotnet autogen diff
…
added column 'Customers.LoyaltyPoints' … NOT NULL
…
removed table 'Customers left over'
…
  ! drops table 'Customers left over' and all its rows
…

@file autogen.json
{
  "excludeTable": []
}
@end

$ dotnet autogen check --no-build
error AG0005: <folder>/Shop/autogen.json(2) at 'excludeTable': unknown key. Did you mean 'excludeTables'?
=> 1
