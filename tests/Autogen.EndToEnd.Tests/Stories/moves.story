# Rows move with their mapping: a hierarchy gets a table a type, an address its own table, and all of it comes back.
# case D5
@databases sqlite postgresql
@sample Shop
@set SHOP_DATABASE {connection}
@delete Filler.cs

@file Program.cs
using Microsoft.EntityFrameworkCore;
using Shop;

using var db = new ShopContext();
if (args is ["fill"])
{
    db.AddRange(
        new Animal { Name = "it" },
        new Cat { Name = "Mia", Lives = 9, Home = new Home { City = "Köln" } },
        new Dog { Name = "Rex", Tail = "long", Home = new Home { City = "Zürich" } });
    db.SaveChanges();
}

foreach (var animal in db.Animals.OrderBy(animal => animal.Name).AsEnumerable().OrderBy(animal => animal.Name, StringComparer.Ordinal))
    Console.WriteLine($"{animal.GetType().Name} {animal.Name} {animal.Home?.City} {(animal as Cat)?.Lives}{(animal as Dog)?.Tail}");
@end

@file ShopContext.cs
using Microsoft.EntityFrameworkCore;

namespace Shop;

public class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public Home? Home { get; set; }
}

public class Cat : Animal
{
    public int Lives { get; set; }
}

public class Dog : Animal
{
    public string? Tail { get; set; }
}

public class Home
{
    public string City { get; set; } = "";
}

public class ShopContext : DbContext
{
    public DbSet<Animal> Animals => Set<Animal>();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
        => options.UseDatabase(Environment.GetEnvironmentVariable("SHOP_DATABASE"));

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Animal>().UseTphMappingStrategy().OwnsOne(animal => animal.Home /*table*/);
        model.Entity<Cat>();
        model.Entity<Dog>();
    }
}
@end

$ dotnet autogen init
…

$ dotnet autogen revision --autogenerate -m animals -q
…

$ dotnet autogen upgrade head -q
$ dotnet run --no-build -v q -- fill
Cat Mia Köln 9
Dog Rex Zürich long
Animal it

$ bash -c 'sed -i "s/UseTphMappingStrategy/UseTptMappingStrategy/; s#animal.Home /.table./#animal.Home, home => home.ToTable(\"The homes\")#" ShopContext.cs'
$ dotnet autogen revision --autogenerate --verify -m 'a table a type' -q
…

$ dotnet autogen upgrade head -q
…

$ dotnet run --no-build -v q
Cat Mia Köln 9
Dog Rex Zürich long
Animal it

$ dotnet autogen check
No new upgrade operations detected.
…

$ dotnet autogen downgrade -1 -q
$ bash -c 'sed -i "s/UseTptMappingStrategy/UseTphMappingStrategy/; s#animal.Home, home => home.ToTable(\"The homes\")#animal.Home#" ShopContext.cs'
$ dotnet run -v q
Cat Mia Köln 9
Dog Rex Zürich long
Animal it
