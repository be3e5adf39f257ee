# Branches and merges, from the sources alone: no build, no engine, no database; the project need not compile.
@cd app
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <Reference Include="Autogen.EntityFrameworkCore" />
  </ItemGroup>
</Project>
@end
@file Broken.cs
this does not compile
@end

$ dotnet autogen revision -m one --rev-id aaaa01
Generating Revisions/aaaa01_one.cs ... done

$ dotnet autogen revision -m two --rev-id bbbb01
Generating Revisions/bbbb01_two.cs ... done

$ dotnet autogen revision -m left --rev-id cccc01 --branch-label left
Generating Revisions/cccc01_left.cs ... done

$ dotnet autogen revision -m right --rev-id dddd01 --head bbbb01
error AG0051: Revision bbbb01 is not a head revision: cccc01 revises it. Give --splice, too, to begin a branch there.
=> 1

$ dotnet autogen revision -m right --rev-id dddd01 --head bbbb01 --splice --branch-label left
error AG0045: 'left' is a label or the id of Revisions/cccc01_left.cs already. Give the branch another label.
=> 1

$ dotnet autogen revision -m right --rev-id dddd01 --head bbbb01 --splice --branch-label right
Generating Revisions/dddd01_right.cs ... done

$ dotnet autogen revision -m 'needs the left' --rev-id dddd02 --head right@head --depends-on left
Generating Revisions/dddd02_needs_the_left.cs ... done

$ dotnet autogen heads
dddd02 (right) (head), needs the left
cccc01 (left) (effective head), left

$ dotnet autogen heads --resolve-dependencies
dddd02 (right) (head), needs the left

$ dotnet autogen branches
bbbb01 (branchpoint), two
    -> cccc01 (left) (effective head), left
    -> dddd01 (right), right

$ dotnet autogen history
dddd01 (left) -> dddd02 (right) (head), needs the left
bbbb01 -> dddd01 (right), right
bbbb01 -> cccc01 (left) (effective head), left
aaaa01 -> bbbb01 (branchpoint), two
<base> -> aaaa01, one

$ dotnet autogen history -r dddd01:
dddd01 (left) -> dddd02 (right) (head), needs the left
bbbb01 -> dddd01 (right), right

$ dotnet autogen history -r :left
bbbb01 -> cccc01 (left) (effective head), left
aaaa01 -> bbbb01 (branchpoint), two
<base> -> aaaa01, one

$ dotnet autogen history -r left@head:left@head -v
Rev: cccc01 (left) (effective head)
Parent: bbbb01
Created: …
Path: Revisions/cccc01_left.cs

    left

$ dotnet autogen history -r a:b:c
error AG0027: 'a:b:c' is not a valid range. A range is FROM:TO, and either end may be left out.
=> 1

$ dotnet autogen show right@head-1
Rev: dddd01 (right)
Parent: bbbb01
…

$ dotnet autogen show left@dddd01
error AG0043: Revision dddd01 is not a member of branch 'left'. 'dotnet autogen history --graph' shows which is.
=> 1

$ dotnet autogen show nowhere@head
error AG0042: No such branch: 'nowhere'. There are left, right.
=> 1

$ dotnet autogen show cc
error AG0044: 'cc' is too short for a revision: a prefix needs at least 4 characters. It begins cccc01 (left).
=> 1

$ dotnet autogen show cccc01+1
error AG0049: Relative revision cccc01+1 didn't produce 1 migrations: the history ends before.
=> 1

$ dotnet autogen merge left
error AG0001: A merge takes two heads or more, and 'left' is one: cccc01. 'dotnet autogen heads' lists them.
=> 2

$ dotnet autogen merge heads --rev-id eeee01 --dry-run
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace app.Revisions;

/// <summary>merge cccc01 and dddd02</summary>
[Revision("eeee01", Revises = new[] { "cccc01", "dddd02" }, Created = "…")]
…

$ dotnet autogen merge left right@head -m together --rev-id eeee01
Generating Revisions/eeee01_together.cs ... done

$ dotnet autogen history --graph
* eeee01 (left, right) (head) (mergepoint), together
|\
| * dddd02 (right), needs the left
| * dddd01 (right), right
* | cccc01 (left), left
|/
* bbbb01 (branchpoint), two
* aaaa01, one

$ dotnet autogen show eeee01-1
error AG0050: Ambiguous walk: 'eeee01-1' is not clear, as before eeee01 there are cccc01, dddd02. Name the revision, or the branch with LABEL@ or REV@.
=> 1

$ dotnet autogen history --format mermaid
flowchart BT
    r1["aaaa01<br/>one"]
    r2["bbbb01 (branchpoint)<br/>two"]
    r3["cccc01 (left)<br/>left"]
    r4["dddd01 (right)<br/>right"]
    r5["dddd02 (right)<br/>needs the left"]
    r6["eeee01 (left, right) (head) (mergepoint)<br/>together"]
    r1 --> r2
    r2 --> r3
    r2 --> r4
    r4 --> r5
    r3 -.-> r5
    r3 --> r6
    r5 --> r6

$ dotnet autogen history --format dot
digraph revisions {
    rankdir=BT;
    node [shape=box];
    r1 [label="aaaa01\none"];
…
    r3 -> r5 [style=dashed];
    r3 -> r6;
    r5 -> r6;
}

# Instead of the merge, a straight line.
@delete Revisions/eeee01_together.cs
$ dotnet autogen rebase right --unchecked
Rebased dddd01: revises cccc01 instead of bbbb01 (Revisions/dddd01_right.cs)

$ dotnet autogen rebase right --unchecked
error AG0052: Nothing to rebase: dddd01 is on the way to every head.
=> 1

$ dotnet autogen history
dddd01 (left) -> dddd02 (left, right) (head), needs the left
cccc01 -> dddd01 (left, right), right
bbbb01 -> cccc01 (left, right), left
aaaa01 -> bbbb01 (left, right), two
<base> -> aaaa01 (left, right), one

@set VISUAL echo opened:
$ dotnet autogen edit left
opened: <folder>/app/Revisions/cccc01_left.cs

@set VISUAL exit 7;
$ dotnet autogen edit left
error AG0054: 'exit 7;' ended with exit code 7. Is VISUAL or EDITOR right?
=> 1

# How files are named and what is done to them.
@file autogen.json
{
  "fileName": "numbered",
  "header": ["// Reviewed by the data team."],
  "afterWrite": ["cat {file} | head -n 1"]
}
@end
$ dotnet autogen revision -m 'add a table' --rev-id ffff01 -v
Generating Revisions/0006_add_a_table.cs ... done
Running cat Revisions/0006_add_a_table.cs | head -n 1 ... done
// Reviewed by the data team.

@file autogen.json
{ "fileName": "{day}", "afterWrite": ["false"] }
@end
$ dotnet autogen revision -m 'add a table' --rev-id ffff02
error AG0005: 'fileName' in autogen.json: '{day}' is not a valid template: nothing in it tells revisions apart: it needs {id}, {number} or {slug}, or is one of dated, id, numbered.
=> 1

@file autogen.json
{ "afterWrite": ["false"] }
@end
$ dotnet autogen revision -m again --rev-id ffff02
Generating Revisions/ffff02_again.cs ... done
Running false ...error AG0055: 'false' of 'afterWrite' in autogen.json ended with exit code 1. Revisions/ffff02_again.cs has been written.
=> 1

$ dotnet autogen list-templates
dated     {date}_{time}_{id}_{slug}   20260131_140509_ae1027a6acf0_add_order_table.cs
id        {id}_{slug}                 <id>_add_order_table.cs
numbered  {number}_{slug}             0012_add_order_table.cs
A template of your own is made of {id}, {slug}, {number}, {date}, {time}, {year}, {month}, {day}, {hour}, {minute}, {second}.
