# The first revision meets existing tables.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet run -v q -- create
…

$ dotnet autogen upgrade head --no-build
Running upgrade <base> -> <id>, create tables ...
error AG0030: Revision <id> (…) failed in operation …: …
…
  It was rolled back: the database is at <base>. If the database was made by other means and is as the revision would make it, record that with 'dotnet autogen stamp <id>'. If it is not, or nobody knows, delete the file and let 'dotnet autogen adopt' write one that creates what exists.
=> 1

$ dotnet autogen current --no-build
