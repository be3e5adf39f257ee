namespace Shop.Model;

/// <summary>A node of the tree of categories.</summary>
public class Category
{
    public int Id { get; set; }
    public required string Name { get; set; }

    public int? ParentId { get; set; }
    public Category? Parent { get; set; }
    public List<Category> Children { get; } = [];
    public List<Product> Products { get; } = [];
}
