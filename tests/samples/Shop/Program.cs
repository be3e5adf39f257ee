// A small shop. The tables must exist: nothing is created or migrated at start-up.
//
//   dotnet run                 prints how many rows each table has
//   dotnet run -- fill 100     inserts 100 rows into each table
//   dotnet run -- create       creates the tables from the model, without revisions (for tests)
//
// The database is named by SHOP_DATABASE; see Database.cs. Without it, shop.db in the current folder.

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Shop;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
builder.Services.AddDbContext<ShopContext>(options => options.UseDatabase(Environment.GetEnvironmentVariable("SHOP_DATABASE")));

using var host = builder.Build();
using var scope = host.Services.CreateScope();
var db = scope.ServiceProvider.GetRequiredService<ShopContext>();

switch (args)
{
    case []:
        await PrintCountsAsync();
        return 0;
    case ["create"]:
        await db.Database.EnsureCreatedAsync();
        return 0;
    case ["fill", var rows] when int.TryParse(rows, out var count) && count > 0:
        await Filler.FillAsync(db, count);
        await PrintCountsAsync();
        return 0;
    default:
        Console.Error.WriteLine("Usage: shop [create | fill ROWS]");
        return 2;
}

async Task PrintCountsAsync()
{
    Print("Customers", await db.Customers.CountAsync());
    Print("Orders", await db.Orders.CountAsync());
    Print("OrderLines", await db.OrderLines.CountAsync());
    Print("Products", await db.Products.CountAsync());
    Print("Categories", await db.Categories.CountAsync());
    Print("Tags", await db.Tags.CountAsync());
    Print("ProductTags", await db.Products.SelectMany(product => product.Tags).CountAsync());
#if SHOP_V2
    Print("Suppliers", await db.Suppliers.CountAsync());
#else
    Print("Customer Notes", await db.Notes.CountAsync());
#endif
}

static void Print(string table, int rows) => Console.WriteLine($"{table}: {rows}");
