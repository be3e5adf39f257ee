using Autogen.Schema.Objects;

namespace Autogen.Design.Planning.Numbering;

/// <summary>The store types that count.</summary>
internal static class IntegerTypes
{
    /// <summary>
    /// The CLR type of PostgreSQL's integer types, by which its provider knows their bounds; <see langword="null"/> for others.
    /// </summary>
    public static Type? ClrTypeOf(StoreType storeType) => storeType.Text switch
    {
        "smallint" => typeof(short),
        "integer" => typeof(int),
        "bigint" => typeof(long),
        _ => null,
    };
}
