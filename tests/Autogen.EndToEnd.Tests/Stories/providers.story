# One application on two databases: named in autogen.json, served by one revision, upgraded together.
@databases postgresql
@sample Shop
@set PG_URL {connection}

$ dotnet autogen init
…

@file autogen.json
{
  "databases": {
    "pg": { "provider": "postgresql", "connectionFrom": "PG_URL", "environment": { "SHOP_DATABASE": "{connection}" } },
    "lite": { "provider": "sqlite", "connection": "Data Source=two.db", "environment": { "SHOP_DATABASE": "{connection}" } },
    "wrong": { "provider": "sqlite", "connectionFrom": "PG_URL", "environment": { "SHOP_DATABASE": "{connection}" } }
  }
}
@end

$ dotnet autogen revision --autogenerate -m 'create tables' --rev-id first1 -d pg -d lite
Database 'pg':
…
Database 'lite':
…
Generating Revisions/first1_create_tables.cs ... done

$ dotnet autogen upgrade head -d pg -d lite
Database 'pg':
Running upgrade <base> -> first1, create tables ... done (<n> ms)
Database 'lite':
Running upgrade <base> -> first1, create tables ... done (<n> ms)

$ dotnet autogen check --no-build -d lite -d pg
Database 'lite':
No new upgrade operations detected.
Database 'pg':
No new upgrade operations detected.

$ dotnet autogen revision --autogenerate -m nothing --no-build -d pg -d lite
Database 'pg':
Database 'lite':
No changes detected: the model and the database are the same. No file was written.

$ dotnet autogen current --no-build -d pg -d lite --json
{"format":1,"command":"current","databases":[{"database":"pg","result":{…"current":["first1"],"format":1,"command":"current"}},{"database":"lite","result":{…"current":["first1"],"format":1,"command":"current"}}]}

$ dotnet autogen current --no-build -d wrong -d lite
Database 'wrong':
Database 'lite':
first1 (head)
error AG0005: database 'wrong' of autogen.json says that its provider is 'sqlite', but ShopContext uses Npgsql.EntityFrameworkCore.PostgreSQL for it. Let the application choose by what 'arguments' or 'environment' of that database give it.
=> 1

$ dotnet autogen verify --no-build -d pg -d lite
error AG0001: 'verify' serves one database, and -d names pg, lite.
=> 2

$ dotnet autogen downgrade base --no-build -d pg -d lite -d pg
error AG0001: -d names a database twice: pg, lite, pg.
=> 2

$ dotnet autogen downgrade base --no-build -d pg -d lite
Database 'pg':
Running downgrade first1 -> <base>, create tables ... done (<n> ms)
Database 'lite':
Running downgrade first1 -> <base>, create tables ... done (<n> ms)
