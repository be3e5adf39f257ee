# An upgrade is tried on a copy of the database, measured, and judged; the database itself stays as it is.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head --quiet

$ dotnet autogen rehearse --no-build
Nothing to rehearse: the database is at <id>, and no revision is pending.

$ dotnet run -v q --no-build -- fill 100
…

@set ShopModel 2

$ dotnet autogen revision --autogenerate -m 'second model'
…

$ dotnet autogen rehearse
Copying … …B ...
Running upgrade <id> -> <id>, second model ... done (<n> ms)
Running downgrade <id> -> <id>, second model ... done (<n> ms)

Revisions:
…
<id>  second model  upgrade …
<id>  second model  downgrade …
…
Locks on existing tables:
…
Values that the downgrade does not give back:
…
  …Products.LegacyCode': …100 values are gone
…
The upgrade of 1 revision takes … and blocks … for up to ….

@file autogen.json
{ "rehearsal": { "maxExclusiveLock": "0ms", "maxTime": "1h" } }
@end

$ dotnet autogen rehearse --no-build --no-downgrade --format html -o page.html
Copying …
Running upgrade <id> -> <id>, second model ... done (<n> ms)
Wrote page.html.
=> 3

$ bash -c 'grep -q "maxExclusiveLock 0 ms: revision" page.html && ls | grep -c rehearsal-'
0
=> 1

$ dotnet autogen check --no-build
error AG0026: Target database is not up to date. It is at <id>, the head is <id>. Run 'dotnet autogen upgrade head' first.
=> 1
