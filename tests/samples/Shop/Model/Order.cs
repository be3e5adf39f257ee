namespace Shop.Model;

public class Order
{
    public int Id { get; set; }

    /// <summary>The number printed on the invoice. PostgreSQL counts it by a sequence; on SQLite the application gives it.</summary>
    public long Number { get; set; }

    public OrderStatus Status { get; set; }
    public DateTime PlacedAt { get; set; }

    public int CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;
    public List<OrderLine> Lines { get; } = [];
}

public enum OrderStatus
{
    Pending,
    Paid,
    Shipped,
#if SHOP_V2
    Returned,
#endif
    Cancelled,
}
