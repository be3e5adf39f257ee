namespace Shop.Model;

public class Product
{
    public int Id { get; set; }
    public required string Sku { get; set; }
    public required string Name { get; set; }
    public string? Description { get; set; }
    public decimal Price { get; set; }
#if !SHOP_V2
    public string? LegacyCode { get; set; }
#endif

    public int CategoryId { get; set; }
    public Category Category { get; set; } = null!;
#if SHOP_V2
    public int? SupplierId { get; set; }
    public Supplier? Supplier { get; set; }
#endif
    public List<Tag> Tags { get; } = [];
}
