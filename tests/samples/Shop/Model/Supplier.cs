#if SHOP_V2
namespace Shop.Model;

/// <summary>New in the second version of the model.</summary>
public class Supplier
{
    public int Id { get; set; }
    public required string Name { get; set; }

    public List<Product> Products { get; } = [];
}
#endif
