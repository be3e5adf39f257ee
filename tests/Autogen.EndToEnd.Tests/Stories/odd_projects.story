# Projects of odd names and kinds.
# case R7
@cd my-app 2.0
@file my-app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>disable</ImplicitUsings>
    <Nullable>disable</Nullable>
    <LangVersion>12</LangVersion>
    <GenerateDocumentationFile>true</GenerateDocumentationFile>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
</Project>
@end
@file autogen.json
{ "revisions": "db/2024 revision" }
@end

# case R8
$ dotnet autogen revision -m one
error AG0008: my-app.csproj does not reference the package Autogen.EntityFrameworkCore, so it can't compile a revision. Run 'dotnet autogen init' in its folder first. Nothing was written.
=> 1
$ ls
autogen.json
my-app.csproj
@delete autogen.json
$ dotnet autogen init -q
@file autogen.json
{ "revisions": "db/2024 revision/class" }
@end
$ dotnet autogen revision -m one --rev-id aaaa00000001 -q
$ grep -rh ^namespace db
namespace my_app.db._2024_revision.@class;
$ dotnet autogen revision -m two --rev-id aaaa00000002 -q
$ dotnet build -v q -nologo -clp:NoSummary
…
    0 Warning(s)
    0 Error(s)
…

@file autogen.json
{ "namespace": "my-app" }
@end
$ dotnet autogen revision -m three
error AG0005: 'namespace' in autogen.json: 'my-app' is not a valid namespace. Did you mean 'my_app'?
=> 1

# Other languages, old frameworks, old versions of C# and EF Core: refused before anything is changed.
@cd fsharp
@file app.fsproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
@end
$ dotnet-autogen init -p app.fsproj
error AG0078: app.fsproj is an F# project, and revisions are C#. Make a C# class library for them (dotnet new classlib), run 'dotnet autogen init' there, refer to it from app.fsproj, and name the application with --startup-project app.fsproj. Nothing was changed.
=> 1
$ dotnet-autogen check
error AG0078: app.fsproj is an F# project, …
=> 1
$ ls
app.fsproj

@cd old
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>
@end
$ dotnet-autogen init
error AG0078: app.csproj targets net8.0. Supported is .NET 10 or later (net10.0). Raise TargetFramework, and EF Core with it, then run 'dotnet autogen init' again. Nothing was changed.
=> 1
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFrameworks>net10.0;netstandard2.1</TargetFrameworks></PropertyGroup></Project>
@end
$ dotnet-autogen init
error AG0078: app.csproj targets netstandard2.1. Supported is .NET 10 or later (net10.0). Keep the revisions in a class library that targets net10.0 only, and run 'dotnet autogen init' there. Nothing was changed.
=> 1
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><LangVersion>9.0</LangVersion></PropertyGroup></Project>
@end
$ dotnet-autogen init
error AG0078: app.csproj sets LangVersion to 9.0, and a revision's file is C# 12 or later. Take LangVersion out of the project (or out of Directory.Build.props), or set it to 12.0 or later. Nothing was changed.
=> 1
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup><PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.4" /></ItemGroup></Project>
@end
$ dotnet-autogen init
error AG0078: app.csproj uses Npgsql.EntityFrameworkCore.PostgreSQL 9.0.4. Supported is EF Core 10 or later: update the EF Core packages and the provider, then run 'dotnet autogen init' again. Nothing was changed.
=> 1
$ ls
app.csproj

# case R9
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
<<<<<<< HEAD
=======
>>>>>>> theirs
</Project>
@end
$ dotnet-autogen init
error AG0004: <folder>/old/app.csproj(2): The file has merge conflict markers (<<<<<<<, =======, >>>>>>>). Resolve the conflict in the file ('git status' lists all that are left), then run the command again.
=> 1
$ dotnet-autogen check
error AG0004: <folder>/old/app.csproj(2): The file has merge conflict markers …
=> 1

@cd conflict
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup><PackageReference Include="Autogen.EntityFrameworkCore" Version="0.1.0" /></ItemGroup>
</Project>
@end
@file Revisions/aaaa00000001_one.cs
using Autogen;
<<<<<<< HEAD
[Revision("aaaa00000001")]
=======
[Revision("aaaa00000001", Revises = "bbbb00000001")]
>>>>>>> theirs
public sealed class One : Revision { }
@end
$ dotnet autogen history
error AG0028: Revisions/<id>_one.cs:2: The file has merge conflict markers …
=> 1
$ dotnet autogen heads
error AG0028: Revisions/<id>_one.cs:2: The file has merge conflict markers …
=> 1
$ dotnet autogen revision -m two
error AG0028: Revisions/<id>_one.cs:2: The file has merge conflict markers …
=> 1
$ dotnet autogen merge heads
error AG0028: Revisions/<id>_one.cs:2: The file has merge conflict markers …
=> 1
$ dotnet autogen rebase head
error AG0028: Revisions/<id>_one.cs:2: The file has merge conflict markers …
=> 1
@set EDITOR sed -i 2d
$ dotnet autogen edit head
warning: Revisions/<id>_one.cs:2: The file has merge conflict markers … That file is opened.
$ dotnet autogen history
error AG0028: …
=> 1
@file autogen.json
{
<<<<<<< HEAD
=======
>>>>>>> theirs
}
@end
$ dotnet autogen history
error AG0005: <folder>/conflict/autogen.json(2): The file has merge conflict markers …
=> 1
