using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>
/// What a database has that the vocabulary has words for and a base revision does not make, because no adopted table needs it. Tables
/// and views are listed elsewhere.
/// </summary>
internal static class LeftOut
{
    /// <summary>The objects, sorted by kind and name.</summary>
    public static IEnumerable<OtherObject> Of(DatabaseSchema all, DatabaseSchema adopted)
        => from kind in Kinds.All.OrderBy(kind => kind.ListedAs, StringComparer.Ordinal)
           where kind.Value is not (ObjectKind.Table or ObjectKind.View)
           from name in kind.In(all).Select(kind.NameOf).Except(kind.In(adopted).Select(kind.NameOf))
           where kind.Value != ObjectKind.Schema || name.Name != "public"
           select new OtherObject(kind.ListedAs, name);
}
