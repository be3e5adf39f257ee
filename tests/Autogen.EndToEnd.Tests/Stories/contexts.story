# No context, several, one that throws, one without a provider, a wrong library version.
@cd app
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.0" />
  </ItemGroup>
</Project>
@end
@file Program.cs
System.Console.WriteLine("hello");
@end

$ dotnet autogen init
…

$ dotnet autogen check
error AG0009: No DbContext was found in app. Run the command for the project that has one (--project), or add an IDesignTimeDbContextFactory for one of another assembly.
=> 1

# An application without EF Core has nothing to compare.
@cd bare
@file bare.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
  </PropertyGroup>
</Project>
@end
@file Program.cs
System.Console.WriteLine("hello");
@end

$ dotnet autogen check
error AG0008: The application does not have Microsoft.EntityFrameworkCore…
=> 1

@cd app

# A library can't be run by itself.
@cd library
@file library.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
</Project>
@end

$ dotnet autogen check
error AG0007: library.csproj is a library, which can't be run by itself. …
=> 1

@cd app
@file Contexts.cs
using Microsoft.EntityFrameworkCore;
public class One : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseNpgsql("Host=127.0.0.1;Port=1;Username=u;Password=hidden-pw;Database=d;Timeout=3"); }
public class Two : DbContext { public Two() => throw new System.InvalidOperationException("out of order"); }
public class Three : DbContext;
@end

$ dotnet autogen check
error AG0010: More than one DbContext was found in app: One, Three, Two. Choose one with --context.
=> 1

$ dotnet autogen check --no-build -c Four
error AG0009: No DbContext named 'Four' was found in app. There are: One, Three, Two.
=> 1

$ dotnet autogen check --no-build -c two
error AG0011: Two could not be created: out of order …
=> 1

$ dotnet autogen check --no-build -c Three
error AG0011: Three could not be created: …provider…
=> 1

$ dotnet autogen check --no-build -c One
error AG0014: The server at …127.0.0.1:1 does not answer…
=> 1

$ dotnet autogen check --no-build -c One --connection 'sqlite:///x.db'
error AG0013: The URL from --connection is for Microsoft.EntityFrameworkCore.Sqlite, but One uses Npgsql.EntityFrameworkCore.PostgreSQL. …
=> 1

$ dotnet autogen check --no-build -c One --connection 'mysql://u:hidden-pw@h/d'
error AG0013: What --connection says of where the database is can't be understood: …
=> 1

$ dotnet autogen check --no-build -c One -d nowhere
error AG0005: autogen.json has no database 'nowhere'. It has none.
=> 1
