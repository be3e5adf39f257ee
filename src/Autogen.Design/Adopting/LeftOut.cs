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
        =>
        [
            .. all.Collations.Select(item => item.Name)
                .Except(adopted.Collations.Select(item => item.Name))
                .Select(name => new OtherObject(NeededObject.Collation, name)),
            .. all.EnumTypes.Select(item => item.Name)
                .Except(adopted.EnumTypes.Select(item => item.Name))
                .Select(name => new OtherObject(NeededObject.EnumType, name)),
            .. all.Extensions.Select(item => item.Name)
                .Except(adopted.Extensions.Select(item => item.Name), StringComparer.Ordinal)
                .Select(name => new OtherObject(NeededObject.Extension, new ObjectName(name))),
            .. all.RangeTypes.Select(item => item.Name)
                .Except(adopted.RangeTypes.Select(item => item.Name))
                .Select(name => new OtherObject(NeededObject.RangeType, name)),
            .. all.Schemas.Where(name => name != "public")
                .Except(adopted.Schemas, StringComparer.Ordinal)
                .Select(name => new OtherObject("schema", new ObjectName(name))),
            .. all.Sequences.Select(item => item.Name)
                .Except(adopted.Sequences.Select(item => item.Name))
                .Select(name => new OtherObject(NeededObject.Sequence, name)),
        ];
}
