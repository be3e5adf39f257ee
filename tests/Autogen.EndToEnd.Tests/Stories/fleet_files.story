# Many SQLite files with one model: one build, one process.
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen fleet status
error AG0005: autogen.json has no 'fleet', which says where the databases are: { "fleet": { "pattern": "tenant_*" } }, for example.
=> 1

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

@file autogen.json
{ "fleet": { "files": "data/*.db" } }
@end

$ bash -c 'mkdir data; for number in 1 2 3 4 5 6; do : > data/tenant_$number.db; done'

$ dotnet autogen fleet upgrade --canary 1 --then 50% --parallel 1
Wave 1 of 3: 1 database
[1/6] tenant_1.db: upgraded to <id> (<n> ms)
Wave 2 of 3: 3 databases
[2/6] tenant_2.db: upgraded to <id> (<n> ms)
[3/6] tenant_3.db: upgraded to <id> (<n> ms)
[4/6] tenant_4.db: upgraded to <id> (<n> ms)
Wave 3 of 3: 2 databases
[5/6] tenant_5.db: upgraded to <id> (<n> ms)
[6/6] tenant_6.db: upgraded to <id> (<n> ms)
6 databases: 6 upgraded.

$ dotnet autogen fleet upgrade
6 databases: 6 up to date.

$ dotnet autogen fleet check
6 databases: 6 as the model.

# One is changed by hand, one is not a database, one is new.
$ dotnet autogen sql 'CREATE INDEX by_hand ON "Products" ("Name")' --connection 'Data Source=data/tenant_3.db' --no-build
…

$ bash -c 'echo this is not a database, and it is long enough to be seen as none > data/tenant_5.db; : > data/tenant_7.db'

$ dotnet autogen fleet status --no-build --quiet
7 databases: 5 up to date, 1 pending, 1 failed.
Failed:
  tenant_5.db: AG0015 The file '<folder>/Shop/data/tenant_5.db' is no SQLite database.
Groups:
  4 up to date at <id>, schema <id>: tenant_1.db, tenant_2.db, tenant_4.db, tenant_6.db
  1 up to date at <id>, schema <id> (drifted): tenant_3.db
  1 pending at <base>, schema <id>: tenant_7.db
=> 1

$ dotnet autogen fleet check -d 'tenant_[3]*' -d 'tenant_3*' -d tenant_1.db --no-build
2 databases: 1 as the model, 1 different.
Different: tenant_3.db:
…
=> 3

$ dotnet autogen fleet upgrade --shard 4/4 --no-build
error AG0001: --shard: '4' is not one of 4 shards: they are 0 to 3.
=> 2

$ dotnet autogen fleet upgrade --shard 4/4 --no-build --json
{"format":1,"command":"fleet upgrade","error":{"code":"AG0001",…
error AG0001: --shard: …
=> 2

$ dotnet autogen fleet upgrade -d 'other*' --no-build
error AG0085: No database of the fleet has a name like 'other*' (-d).
=> 1

@file autogen.json
{ "fleet": { "file": "tenants.txt", "command": "cat tenants.txt" } }
@end

$ dotnet autogen fleet status --no-build
error AG0005: autogen.json at 'fleet': it needs one of 'databases', 'pattern', 'file', 'command', 'query', 'schemas', 'serverDatabases', 'files', and has 'file' and 'command'.
=> 1

@file autogen.json
{ "fleet": { "command": "cat nowhere.txt" } }
@end

$ dotnet autogen fleet status --no-build
error AG0084: The databases of the fleet can't be read: its command ended with exit code 1: …
=> 1
