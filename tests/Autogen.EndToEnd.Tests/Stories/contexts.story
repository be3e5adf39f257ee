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
public class Item { public string Name { get; set; } = ""; }
public class Refuses : One { protected override void OnModelCreating(ModelBuilder m) => throw new System.NotSupportedException("not today"); }
public class Keyless : One { public DbSet<Item> Items => Set<Item>(); }
public class Begins : One { private static readonly int number = int.Parse("x"); public Begins() => System.GC.KeepAlive(number); }
public class Ends : One { public Ends() => System.Environment.Exit(7); }
public class Makes : DbContext;
public class Maker : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<Makes> { public Makes CreateDbContext(string[] a) => throw new System.ArgumentException("Which shop?"); }
public class Gives : DbContext;
public class Giver : Microsoft.EntityFrameworkCore.Design.IDesignTimeDbContextFactory<Gives> { public Gives CreateDbContext(string[] a) => null!; }
public class Wrong : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder o) => o.UseNpgsql("Host=127.0.0.1;Port=nonsense;Password=hidden-pw"); }
public static class Outer { public class Two : One; }
@end

$ dotnet autogen check
error AG0010: More than one DbContext was found in app: Begins, Ends, Gives, Keyless, Makes, One, Outer+Two, Refuses, Three, Two, Wrong. Choose one with --context.
=> 1

$ dotnet autogen check --no-build -c Four
error AG0009: No DbContext named 'Four' was found in app. There are: Begins, Ends, Gives, Keyless, Makes, One, Outer+Two, Refuses, Three, Two, Wrong.
=> 1

$ dotnet autogen check --no-build -c Two
error AG0010: 'Two' is the name of several DbContexts: Outer+Two, Two. Give the full name.
=> 1

$ dotnet autogen check --no-build -c Three
error AG0011: Three could not be created: …provider…
=> 1

# The application's own code fails; its words end with a full stop.
$ dotnet autogen check --no-build -c Begins
error AG0011: Begins could not be created: the static initializer of Begins threw FormatException: The input string 'x' was not in a correct format. An IDesignTimeDbContextFactory<Begins>, …
=> 1

$ dotnet autogen check --no-build -c Makes
error AG0011: Makes could not be created: Which shop? An IDesignTimeDbContextFactory<Makes>, …
=> 1

$ dotnet autogen check --no-build -c Gives
error AG0011: Gives could not be created: its factory, or a service of the application, returned null. An IDesignTimeDbContextFactory<Gives>, …
=> 1

$ dotnet autogen check --no-build -c Refuses
error AG0037: The model of Refuses can't be built: not today. Correct the entity types or OnModelCreating; --verbose shows where it was thrown.
=> 1

$ dotnet autogen revision --autogenerate -m x --no-build -c Keyless
error AG0037: The model of Keyless can't be built: The entity type 'Item' requires a primary key …
=> 1

$ dotnet autogen upgrade head --no-build -c Wrong
error AG0013: The connection string of Wrong can't be understood: …
=> 1

$ dotnet autogen check --no-build -c Ends
error AG0007: The engine ended with exit code 7 and without an answer. …
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

# A build that is not whole.
$ bash -c 'cp bin/Debug/net10.0/app.dll kept; echo nonsense > bin/Debug/net10.0/app.dll'
$ dotnet autogen check --no-build -c One
error AG0007: The application's assemblies can't be used together: …app.dll… Build the project again (without --no-build). …
=> 1

$ bash -c 'mv kept bin/Debug/net10.0/app.dll; echo nonsense > bin/Debug/net10.0/Npgsql.EntityFrameworkCore.PostgreSQL.dll'
$ dotnet autogen check --no-build -c One
error AG0007: The application's assemblies can't be used together: …Npgsql.EntityFrameworkCore.PostgreSQL… Build the project again …
=> 1

$ bash -c 'echo nonsense > bin/Debug/net10.0/app.runtimeconfig.json'
$ dotnet autogen check --no-build -c One
error AG0007: The engine ended with exit code … and without an answer. …
…
=> 1
