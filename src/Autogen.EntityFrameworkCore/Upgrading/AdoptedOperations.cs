using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Upgrading;

/// <summary>
/// The operations of a revision that says what existed before: what they make, the project has; the names
/// that they give, it has not chosen.
/// </summary>
internal static class AdoptedOperations
{
    private const string Annotation = "Autogen:Adopted";

    /// <summary>Marks them; the providers' generators pass over what they do not know.</summary>
    public static void Mark(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
            operation.SetAnnotation(Annotation, true);
    }

    /// <summary>Whether the operation is one.</summary>
    public static bool Has(MigrationOperation operation) => operation.FindAnnotation(Annotation) is not null;
}
