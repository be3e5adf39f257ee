# One executable with the runtime in it: it upgrades where there is neither an SDK nor .NET, with the settings of the project.
@databases postgresql
@sample Shop
@set SHOP_DATABASE {connection}
$ dotnet autogen init -q
@delete autogen.json
@file autogen.json
{
  "versionTable": "Shop's \"Version\"",
  "logTable": "the log",
  "databases": { "live": { "connectionFrom": "LIVE_URL", "environment": { "SHOP_DATABASE": "{connection}" } } }
}
@end
$ dotnet autogen revision --autogenerate -m 'create tables' --rev-id 111111111111 -q
@file Revisions/interrupted.cs
using System.Diagnostics;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>interrupts itself</summary>
[Revision("222222222222", Revises = "111111111111")]
public sealed class Interrupted : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("CREATE TABLE half (id integer)");
        op.Run(async (_, cancel) =>
        {
            Process.Start("kill", ["-TERM", Environment.ProcessId.ToString()]).WaitForExit();
            await Task.Delay(TimeSpan.FromMinutes(1), cancel);
        });
    }

    public override void Downgrade(MigrationBuilder op) => op.DropTable("half");
}
@end

$ dotnet autogen bundle -o out/migrate --self-contained --framework-dependent
error AG0001: A bundle is either --self-contained or --framework-dependent.
=> 2

$ dotnet autogen bundle -r moon-x64 -o out/migrate -d live
Bundling Shop.ShopContext, 2 revisions to <id> ...
error AG0059: The bundle can't be built:
…
=> 1

$ dotnet autogen bundle -o out/migrate -d live
Bundling Shop.ShopContext, 2 revisions to <id> ... done (… MB)
Next: out/migrate upgrade --connection …

# Before anything is built.
$ dotnet autogen bundle -o out/migrate
error AG0033: <folder>/Shop/out/migrate exists already, and was not overwritten. --force overwrites it.
=> 1

# What it was made from is of no use to it, nor is .NET; nothing of where databases are is in it.
@unset SHOP_DATABASE
$ rm -rf obj bin Revisions autogen.json
$ sh -c 'ls out; ls -A'
migrate
Database.cs
Directory.Build.props
Directory.Packages.props
Filler.cs
Model
Program.cs
Shop.csproj
ShopContext.cs
out
$ grep -c Host= out/migrate
0
=> 1
@set DOTNET_ROOT /nowhere

$ out/migrate
A command is needed: upgrade, downgrade, current, history, status.
'migrate --help' shows what is possible.
=> 2

$ out/migrate history
<id> -> <id> (head), interrupts itself
<base> -> <id>, create tables

@set LIVE_URL {connection}
$ out/migrate current
$ out/migrate current --check-heads
error AG0026: Target database is not up to date. It is at <base>, the heads are <id>.
=> 1

$ out/migrate upgrade 1111
Running upgrade <base> -> <id>, create tables ... done (<n> ms)

# Ctrl-C rolls back what runs, and says so.
$ out/migrate upgrade
Running upgrade <id> -> <id>, interrupts itself ...
error AG0038: Interrupted. What was running was rolled back: the database is at <id>.
=> 130

$ out/migrate status
[ ] <id> (head), interrupts itself
[X] <id> (current), create tables
1 to apply: migrate upgrade head

# The project's tables, and one revision in them.
$ out/migrate upgrade --sql
error AG0032: Revision <id> runs code (op.Run) in operation 2, which no script can hold. Apply it with 'migrate upgrade'.
=> 1

$ out/migrate downgrade 1111:base --sql
-- Downgrade <id> -> <base> for PostgreSQL, 1 revision. Written by dotnet autogen <version>.
-- Run it with: psql -v ON_ERROR_STOP=1 -f FILE

-- Downgrade from <id>: create tables
…
DELETE FROM "Shop's ""Version""" WHERE version_num … '<id>';

INSERT INTO "the log" …

COMMIT;


# Errors are the tool's, and hold no password.
$ out/migrate upgrade --connection postgresql://shop:s3cret@127.0.0.1:1/shop
error AG0014: The server at tcp://127.0.0.1:1 does not answer …
=> 1

$ out/migrate upgrade ffff
error AG0018: Can't locate revision identified by 'ffff'. …
=> 1

$ out/migrate downgrade base --json -q
{"steps":[{"direction":"downgrade","from":["<id>"],"to":[],"message":"create tables"}],"before":["<id>"],"after":[],"dryRun":false,"format":1,"command":"downgrade"}
