# On a terminal a person is asked whether a drop and an add are a rename, in the middle of one run of the engine.
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m 'create tables'
…

$ dotnet autogen upgrade head
…

# Tells how often the engine has started.
@file Counted.cs
using Autogen;

namespace Shop;

internal sealed class Counted : IAutogenEnvironment
{
    public void Begin(EnvironmentRun run) => File.AppendAllText("runs.txt", run.Command + "\n");
}
@end
$ sed -i 's/public .*string Name /[System.ComponentModel.DataAnnotations.Schema.Column("full name")] &/' Model/Customer.cs Model/Category.cs

# case F4
@type y
@type n
$ dotnet autogen revision --autogenerate --dry-run -m 'two questions'
Did you rename '….Name' to 'full name'? [y/N] y
Did you rename '….Name' to 'full name'? [y/N] n
Detected renamed …
…
        op.RenameColumn(name: "Name", …newName: "full name");
…
$ cat runs.txt
revision
@delete runs.txt

# The end of the input is no answer: what may be a rename is a drop and an add, as in a script.
@type ^D
$ dotnet autogen revision --autogenerate --dry-run --no-build -m 'no answer'
Did you rename '….Name' to 'full name'? [y/N]
Detected …
…
…if this is a rename, use --rename …
…
$ cat runs.txt
revision

# Nobody is asked who can't or does not want to answer.
$ dotnet autogen revision --autogenerate --dry-run --no-build -m 'in a script'
Detected …
…
@type y
$ dotnet autogen revision --autogenerate --dry-run --no-build --no-input -m 'on a terminal'
Detected …
…

# Ctrl+C ends the command while the question is open, and nothing is written.
@type y
@type ^C
$ dotnet autogen revision --autogenerate --no-build -m 'interrupted'
Did you rename '….Name' to 'full name'? [y/N] y
Did you rename '….Name' to 'full name'? [y/N]…
error AG0038: Interrupted. What was running was rolled back; 'dotnet autogen current' says where the database is.
=> 130
$ bash -c 'ls Revisions | wc -l'
1
