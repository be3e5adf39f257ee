namespace Shop.Model;

public class Customer
{
    public int Id { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
#if SHOP_V2
    public required string Phone { get; set; }
    public int LoyaltyPoints { get; set; }
#else
    public string? Phone { get; set; }
#endif
    public required Address Address { get; set; }
    public Preferences Preferences { get; set; } = new();
    public DateTime CreatedAt { get; set; }

    public List<Order> Orders { get; } = [];
}

/// <summary>Stored in columns of the customer's table.</summary>
public class Address
{
    public required string Street { get; set; }
    public required string City { get; set; }
    public required string Country { get; set; }
}

/// <summary>Stored as one JSON column of the customer's table.</summary>
public class Preferences
{
    public string Language { get; set; } = "en";
    public bool Newsletter { get; set; }
}
