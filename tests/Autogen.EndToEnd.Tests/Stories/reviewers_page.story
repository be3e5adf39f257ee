# What a reviewer gets: a page, a comment for a pull request, a document; the dangers first, and the changes of a table together.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

# Somebody's table, another tool's, and a unique index made by hand.
$ dotnet autogen sql 'CREATE TABLE legacy (a integer)' --no-build
…

$ dotnet autogen sql 'CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)' --no-build
…

$ dotnet autogen sql 'CREATE UNIQUE INDEX ux_phone ON "Customers" ("Phone")' --no-build
…

@set ShopModel 2

# case N8
# case N11
# case W4
$ dotnet autogen diff
…
added column 'Customers.LoyaltyPoints' … NOT NULL
…
made column 'Customers.Phone' required
removed unique index 'ux_phone' on 'Customers' ('Phone')
…
  ! drops unique index 'ux_phone' on 'Customers' ('Phone'): 'Customers' accepts equal values from then on
…
Left alone: 1 table that neither the model nor a revision knows: legacy.
Left alone: 1 version table of other tools or schemas (--verbose names them).

$ dotnet autogen diff --no-build --format html -o out/diff.html
Wrote out/diff.html.

$ grep -c '<html' out/diff.html
1

# One card for each table; the danger precedes it, and is said once.
$ sh -c 'grep -c "id=.table-Customers. " out/diff.html; grep -o "! lost guarantee.*accepts equal values" out/diff.html; grep -n -o -e ">Dangers<" -e ">Changes<" -e ">Left alone<" -e ">SQL<" out/diff.html | cut -d: -f2'
1
! lost guarantee</span> drops unique index &#39;ux_phone&#39; on &#39;Customers&#39; (&#39;Phone&#39;): &#39;Customers&#39; accepts equal values
>Dangers<
>Changes<
>Left alone<
>SQL<

# Both sides of a column that changes.
$ sh -c 'grep -A1 -F "In the database</figcaption><pre><code>&quot;Phone&quot;" out/diff.html | grep -c -F "In the model</figcaption><pre><code>&quot;Phone&quot;"'
1

# An existing file is overwritten: a build writes the page again and again.
$ dotnet autogen diff --no-build --format markdown -o out/diff.html
Wrote out/diff.html.

$ sh -c 'grep -o -F -e "Customers (table, changed)" -e "**lost guarantee**" -e "+ CREATE TABLE" out/diff.html'
**lost guarantee**
Customers (table, changed)
+ CREATE TABLE

$ dotnet autogen diff --no-build --json
…"kind":"column","table":"Customers","name":"LoyaltyPoints","text":"added column \u0027Customers.LoyaltyPoints\u0027 … NOT NULL",…"after":"\u0022LoyaltyPoints\u0022 … NOT NULL"…"kind":"lostGuarantee","text":"drops unique index \u0027ux_phone\u0027 on …","table":"Customers"…"unmanagedTables":["legacy"],"historyTables":["alembic_version"],…

$ dotnet autogen diff --no-build -o out/diff.html
error AG0001: --output needs --format sql, json, markdown or html.
=> 2
