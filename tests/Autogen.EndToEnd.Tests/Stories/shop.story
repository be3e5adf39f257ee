# The main job on a model worth the name, on both databases, with rows in every table.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
Added Autogen.EntityFrameworkCore <version> to Shop.csproj.
Created the folder Revisions.
Created autogen.json.
Next: dotnet autogen revision --autogenerate -m "create tables"

# Reading commands make nothing, not even the version table.
$ dotnet autogen current

$ dotnet autogen revision --autogenerate -m 'create tables' --no-build
…
Detected added table 'Customer Notes'
…
Generating Revisions/<id>_create_tables.cs ... done

# Not applied yet: the next difference would contain it again.
$ dotnet autogen revision --autogenerate -m 'too early'
error AG0026: Target database is not up to date. It is at <base>, the head is <id>. Run 'dotnet autogen upgrade head' first.
=> 1

# It was built by the command before.
$ dotnet autogen upgrade head --dry-run --verbose
Would run upgrade <base> -> <id>, create tables
Nothing changed since Shop.csproj was built last: MSBuild is not started.
…

$ dotnet autogen upgrade head --dry-run --no-build
Would run upgrade <base> -> <id>, create tables

$ dotnet autogen upgrade head --no-build
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet autogen upgrade head --no-build
Nothing to do: the database is at <id>.

$ dotnet autogen check --no-build
No new upgrade operations detected.

$ dotnet autogen revision --autogenerate -m nothing --no-build
No changes detected: the model and the database are the same. No file was written.

$ dotnet autogen downgrade base --no-build
Running downgrade <id> -> <base>, create tables ... done (<n> ms)

$ dotnet autogen upgrade head --no-build
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

$ dotnet run -v q --no-build -- fill 100
…
Customers: 100
…

# A second model: a column added, one dropped, one made required, one widened, an index changed, a table added, one removed, a check changed, a label added.
@set ShopModel 2

$ dotnet autogen revision --autogenerate -m 'second model'
…
Detected removed table 'Customer Notes'
Detected added column 'Customers.LoyaltyPoints' … NOT NULL
Detected made column 'Customers.Phone' required
…
Detected added table 'Suppliers'
…
  ! drops table 'Customer Notes' and all its rows
…
Generating Revisions/<id>_second_model.cs ... done

$ dotnet autogen upgrade head
Running upgrade <id> -> <id>, second model ... done (<n> ms)

$ dotnet autogen sql 'SELECT (SELECT count(*) FROM "Customers") AS customers, (SELECT count(*) FROM "Orders") AS orders, (SELECT count(*) FROM "OrderLines") AS lines' --no-build
customers | orders | lines
----------+--------+------
100       | 100    | 100
(1 row)

$ dotnet autogen check --no-build
No new upgrade operations detected.
…

$ dotnet autogen downgrade -1 --no-build
Running downgrade <id> -> <id>, second model ... done (<n> ms)

$ dotnet autogen sql 'SELECT (SELECT count(*) FROM "Customers") AS customers, (SELECT count(*) FROM "Orders") AS orders, (SELECT count(*) FROM "OrderLines") AS lines' --no-build
customers | orders | lines
----------+--------+------
100       | 100    | 100
(1 row)

$ dotnet autogen status --no-build
[ ] <id> (head), second model
[X] <id> (current), create tables
1 to apply: dotnet autogen upgrade head

$ dotnet autogen upgrade +1 --no-build
Running upgrade <id> -> <id>, second model ... done (<n> ms)

$ dotnet autogen history -i --no-build
<id> -> <id> (head) (current), second model
<base> -> <id>, create tables

$ dotnet autogen current --no-build
<id> (head)

$ dotnet autogen current --no-build --json
{"revisions":[{"id":"<id>","revises":["<id>"],"message":"second model","isHead":true,"isCurrent":true,"isApplied":true,"created":"…","file":"Revisions/<id>_second_model.cs","dependsOn":[],"labels":[],"branches":[],"revisedBy":[],"isBranchPoint":false,"isMerge":false,"isEffectiveHead":false}],"heads":["<id>"],"current":["<id>"],"format":1,"command":"current"}

# Drift: somebody changed the database behind the tool's back.
$ dotnet autogen sql 'ALTER TABLE "Suppliers" ADD COLUMN extra INTEGER' --no-build
…

$ dotnet autogen check --no-build
New upgrade operations detected:
  removed column 'Suppliers.extra' …
…
=> 3

$ dotnet autogen diff --format sql --no-build
…Suppliers…
…

$ dotnet autogen downgrade base --no-build
Running downgrade <id> -> <id>, second model ... done (<n> ms)
Running downgrade <id> -> <base>, create tables ... done (<n> ms)
