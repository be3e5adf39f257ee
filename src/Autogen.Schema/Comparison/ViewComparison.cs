using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Views are known by name only: they are never a change, but they keep a table from being made under their name.</summary>
internal static class ViewComparison
{
    /// <summary>Views never differ.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
    {
        // The model knows no views, and what the database has of them is nobody's to change.
    }

    /// <summary>Refuses a model that wants a table where the database has a view.</summary>
    /// <exception cref="AutogenException">The model does (<see cref="ErrorCode.ModelInvalid"/>).</exception>
    public static void RefuseTablesInPlaceOfViews(ComparisonScope scope, DatabaseSchema live, DatabaseSchema model)
    {
        foreach (var view in live.Views)
        {
            if (live.FindTable(view.Name) is null
                && model.Tables.FirstOrDefault(table => scope.SameName(view.Name, table.Name)) is { } table)
            {
                throw new AutogenException(
                    ErrorCode.ModelInvalid,
                    $"The model maps a table '{table.Name}', but in the database '{view.Name}' is a "
                        + $"{(view.IsMaterialized ? "materialised view" : "view")}. "
                    + "Map the entity with ToView, or drop or rename the view in a revision of its own first.")
                {
                    Details = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["table"] = table.Name.ToString(),
                        ["view"] = view.Name.ToString()
                    },
                };
            }
        }
    }
}
