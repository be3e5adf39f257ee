# A model that nobody here wrote: ASP.NET Core Identity's, found through the WebApplication's host.
@databases sqlite postgresql
@sample Identity
@set IDENTITY_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'identity tables'
…
Detected added table 'AspNetUsers'
Generating Revisions/<id>_identity_tables.cs ... done

$ dotnet autogen upgrade head
Running upgrade <base> -> <id>, identity tables ... done (<n> ms)

$ dotnet autogen check --no-build
No new upgrade operations detected.

$ dotnet autogen revision --autogenerate -m nothing --no-build
No changes detected: the model and the database are the same. No file was written.

$ dotnet run -v q --no-build -- fill 100
…

$ dotnet autogen downgrade base --no-build
Running downgrade <id> -> <base>, identity tables ... done (<n> ms)

$ dotnet autogen upgrade head --no-build
Running upgrade <base> -> <id>, identity tables ... done (<n> ms)

# Arguments after -- are the application's.
$ dotnet autogen status --no-build -- --database 'Data Source=elsewhere.db'
[ ] <id> (head), identity tables
1 to apply: dotnet autogen upgrade head

$ dotnet autogen upgrade head --dryrun
Unrecognized command or argument '--dryrun'. Did you mean '--dry-run'?
'dotnet autogen upgrade --help' shows what is possible.
=> 2

$ dotnet autogen upgrdae head
There is no command 'upgrdae'. Did you mean 'upgrade'?
'dotnet autogen --help' shows what is possible.
=> 2

$ dotnet autogen migrations add one --json
{"format":1,"command":"dotnet-autogen","error":{"code":"AG0001","message":"There is no command …
error AG0001: There is no command 'migrations add'. Did you mean 'revision --autogenerate -m MSG'?
=> 2
