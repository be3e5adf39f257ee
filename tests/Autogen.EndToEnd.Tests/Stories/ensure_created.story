# A database made by EF Core's own EnsureCreated, from the same model: nothing differs, and stamping takes it over.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet run -v q -- create
…

$ dotnet autogen check
No new upgrade operations detected.

# An empty revision, so that there is something to stamp.
$ dotnet autogen revision -m 'as it was'
Generating Revisions/<id>_as_it_was.cs ... done

$ dotnet autogen stamp head
Stamped: <base> -> <id>

$ dotnet autogen check --no-build
No new upgrade operations detected.
