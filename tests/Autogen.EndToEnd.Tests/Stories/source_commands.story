# Commands that read only source: no build, no engine, no database; the project need not compile.
@cd app
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RootNamespace>App</RootNamespace>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="Autogen.EntityFrameworkCore" />
  </ItemGroup>
</Project>
@end
@file Broken.cs
this does not compile
@end

$ dotnet autogen history

$ dotnet autogen revision -m 'first step' --rev-id aaaa00000001
Generating Revisions/<id>_first_step.cs ... done

$ dotnet autogen revision -m 'second "step" <b> & 尺寸' --rev-id aaaa00000002
Generating Revisions/<id>_second_step_b.cs ... done

$ dotnet autogen history
<id> -> <id> (head), second "step" <b> & 尺寸
<base> -> <id>, first step

$ dotnet autogen heads
<id> (head), second "step" <b> & 尺寸

$ dotnet autogen show aaaa00000001
Rev: <id>
Parent: <base>
Created: …
Path: Revisions/<id>_first_step.cs

    first step

using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace App.Revisions;

/// <summary>first step</summary>
[Revision("<id>", Created = "…")]
public sealed class FirstStep : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}

$ dotnet autogen show aaaa
error AG0019: 'aaaa' is the beginning of several revisions: <id> (first step), <id> (second "step" <b> & 尺寸). Give more characters.
=> 1

$ dotnet autogen show aaab00000001
error AG0018: Can't locate revision identified by '<id>'. Did you mean <id> (first step)…
=> 1

$ dotnet autogen revision -m again --rev-id aaaa00000001
error AG0022: Revisions/<id>_first_step.cs has the id '<id>' already. Give another with --rev-id, or none.
=> 1

$ dotnet autogen revision -m odd --rev-id a-b
error AG0028: …
=> 1

@file Revisions/aaaa00000009_in_the_way.cs
// no revision
@end
$ dotnet autogen revision -m 'in the way' --rev-id aaaa00000009
Generating Revisions/<id>_in_the_way.cs ...error AG0033: <folder>/app/Revisions/<id>_in_the_way.cs exists already, and was not overwritten.
=> 1

$ dotnet autogen check -x nonsense
error AG0001: '-x nonsense' is not of the form key=value.
=> 2

# Two branches, each with a revision of its own.
@file Revisions/other.cs
using Autogen;
[Revision("aaaa00000003", Revises = "aaaa00000001")]
public sealed class Other : Revision { }
@end

$ dotnet autogen heads
<id> (head)
<id> (head), second "step" <b> & 尺寸

$ dotnet autogen revision -m third
error AG0020: Multiple heads are present: <id>, <id>. A revision is based on one of them: say which with --head, or bring them together with 'dotnet autogen merge heads' or 'rebase'.
=> 1

@file Revisions/other.cs
using Autogen;
[Revision("aaaa00000002")]
public sealed class Other : Revision { }
@end

$ dotnet autogen history
error AG0022: …
=> 1

@file Revisions/other.cs
using Autogen;
[Revision("aaaa00000003", Revises = "nowhere00000")]
public sealed class Other : Revision { }
@end

$ dotnet autogen history
error AG0023: Revisions/other.cs revises 'nowhere00000', which no file has. Was a file not committed, or deleted? Bring it back, or correct 'Revises'.
=> 1

@file Revisions/other.cs
using Autogen;
[Revision("aaaa00000003", Revises = "aaaa00000003")]
public sealed class Other : Revision { }
@end

$ dotnet autogen history
error AG0048: Self-loop is detected: Revisions/other.cs names its own id '<id>' in 'Revises'. Name the revision before it.
=> 1
@delete Revisions/other.cs

# The compiler's errors, and no more.
$ dotnet autogen check
error AG0004: app.csproj does not build:
  <folder>/app/Broken.cs(1,6): error CS…
…
=> 1

@file autogen.json
{
  "revision": "Revisions"
}
@end

$ dotnet autogen history
error AG0005: <folder>/app/autogen.json(2) at 'revision': …
=> 1

$ dotnet autogen init
error AG0006: <folder>/app/autogen.json exists already: the project has been initialised. Nothing was changed.
=> 1

$ dotnet autogen upgrade
Required argument 'TARGET' missing for command: 'upgrade'.
…
=> 2

$ dotnet autogen nonsense
…
=> 2

@cd empty

$ dotnet autogen history
error AG0002: There is no project in <folder>/empty. Run the command in the project's folder, or name the project with --project.
=> 1

@file a.csproj
<Project/>
@end
@file b.csproj
<Project/>
@end

# As the program itself: "dotnet" looks for tools of the one project in a folder before it looks on the PATH.
$ dotnet-autogen history
error AG0003: There are several projects in <folder>/empty: a.csproj, b.csproj. Name one with --project.
=> 1
