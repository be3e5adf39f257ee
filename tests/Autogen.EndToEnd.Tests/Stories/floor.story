# An application with the oldest EF Core and providers that the packages accept.
# case R10
@databases sqlite postgresql
@cd app
@file app.csproj
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.0" />
    <PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="10.0.0" />
  </ItemGroup>
</Project>
@end
@file Program.cs
using System;
using Microsoft.EntityFrameworkCore;

System.Console.WriteLine("hello");

public class Order
{
    public int Id { get; set; }
    public string? Name { get; set; }
    public decimal Total { get; set; }
}

public class ShopContext : DbContext
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        var connection = Environment.GetEnvironmentVariable("SHOP")!;
        _ = connection.StartsWith("Host=") ? options.UseNpgsql(connection) : options.UseSqlite(connection);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Order>().HasData(new Order { Id = 7, Name = "a", Total = 1.5m });
        if (Environment.GetEnvironmentVariable("SECOND") is not null)
        {
            model.Entity<Order>().Property(order => order.Name).IsRequired();
            model.Entity<Order>().ToTable(table => table.HasCheckConstraint("ck_total", "\"Total\" <> 0"));
        }
    }
}
@end
@set SHOP {connection}

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m first --rev-id first1
…

# Nothing of ours asks for a later version.
$ grep -o '"Microsoft.EntityFrameworkCore.Relational/[^"]*"' obj/project.assets.json
"Microsoft.EntityFrameworkCore.Relational/10.0.0"
…

$ dotnet autogen upgrade head
Running upgrade <base> -> first1, first ... done (<n> ms)

$ dotnet autogen check --no-build
No new upgrade operations detected.

@set SECOND yes
$ dotnet autogen revision --autogenerate --no-build -m second --rev-id second1
…

$ dotnet autogen upgrade head
Running upgrade first1 -> second1, second ... done (<n> ms)

$ dotnet autogen check --no-build
No new upgrade operations detected.

$ dotnet autogen verify --no-build --all
…

$ dotnet autogen downgrade base --no-build
Running downgrade second1 -> first1, second ... done (<n> ms)
Running downgrade first1 -> <base>, first ... done (<n> ms)
