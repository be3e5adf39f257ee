using Microsoft.EntityFrameworkCore;
using Shop.Model;

namespace Shop;

/// <summary>Writes rows into every table; may be called again and goes on where it stopped.</summary>
internal static class Filler
{
    private static readonly DateTime FirstDay = new(2026, 1, 1, 8, 0, 0, DateTimeKind.Utc);

    public static async Task FillAsync(ShopContext db, int rows)
    {
        var start = await db.Customers.CountAsync();
        Category? parent = null;

        for (var n = start + 1; n <= start + rows; n++)
        {
            var category = new Category { Name = $"Category {n}", Parent = parent };
            var product = NewProduct(n, category);
            var customer = NewCustomer(n);
            var order = new Order { Customer = customer, Status = (OrderStatus)(n % 3), PlacedAt = FirstDay.AddHours(n) };
            if (!db.Database.IsNpgsql())
                order.Number = 999 + n;

            db.Add(new OrderLine { Order = order, Product = product, Quantity = 1 + n % 5, UnitPrice = product.Price });
#if !SHOP_V2
            db.Add(new Note { Customer = customer, Text = $"It's note {n}", Selected = n % 2 == 0, Size = n });
#endif

            // Ten categories below each other, then a new tree.
            parent = n % 10 == 0 ? null : category;
        }

        await db.SaveChangesAsync();
    }

    /// <summary>In the first version of the model, every second customer has no phone.</summary>
    private static Customer NewCustomer(int n) => new()
    {
        Name = $"Customer {n}",
        Email = $"customer{n}@example.com",
        Address = new Address { Street = $"Market Street {n}", City = "Köln", Country = "DE" },
        Preferences = new Preferences { Language = n % 3 == 0 ? "de" : "en", Newsletter = n % 2 == 0 },
#if SHOP_V2
        Phone = $"+49 221 {n:D6}",
        LoyaltyPoints = n,
#else
        Phone = n % 2 == 0 ? $"+49 221 {n:D6}" : null,
#endif
    };

    private static Product NewProduct(int n, Category category) => new()
    {
        Sku = $"SKU-{n:D6}",
        Name = $"Product {n}",
        Description = n % 4 == 0 ? null : $"The product's number is {n}",
        Price = 1.25m * n,
        Category = category,
        Tags = { new Tag { Name = $"tag {n}" } },
#if SHOP_V2
        Supplier = new Supplier { Name = $"Supplier {n}" },
#else
        LegacyCode = $"OLD-{n}",
#endif
    };
}
