# How large the database is, and what a revision did to it.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen statistics --format json -o before.json
Wrote before.json.

$ dotnet autogen upgrade head --no-build --quiet

$ dotnet autogen statistics --no-build
…, database '…': …, at <id>.…

Table…Rows…
…
…Customers …0…
…

$ dotnet autogen statistics --no-build --compare before.json --format markdown
…
| Table | Change | Rows now |…
| --- | --- | ---: |…
…
| …Customers | added | 0 |…
…

$ dotnet autogen statistics --no-build --format html -o page.html
Wrote page.html.

$ grep -c '<table>' page.html
2

$ dotnet autogen statistics --no-build --compare Shop.csproj
error AG0001: --compare: Shop.csproj is not a document of 'dotnet autogen statistics --json' of one database.
=> 2

$ dotnet autogen statistics --no-build --compare nowhere.json
error AG0001: --compare: …nowhere.json…
=> 2

$ dotnet autogen statistics --no-build -o page.txt
error AG0001: --output needs --format json, markdown or html.
=> 2
