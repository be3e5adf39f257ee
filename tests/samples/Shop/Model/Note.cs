#if !SHOP_V2
namespace Shop.Model;

/// <summary>A table from older days, with the names it came with. Gone in the second version of the model.</summary>
public class Note
{
    public int Id { get; set; }
    public required string Text { get; set; }
    public bool Selected { get; set; }
    public int Size { get; set; }

    public int CustomerId { get; set; }
    public Customer Customer { get; set; } = null!;
}
#endif
