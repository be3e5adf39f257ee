namespace Autogen.Design.Planning;

/// <summary>
/// The CLR type for a store type in an operation. Columns that the model knows bring theirs along; this is asked for the others.
/// </summary>
internal interface IClrTypes
{
    /// <summary>The provider's CLR type of a store type, never nullable; <see cref="string"/> where the provider knows none.</summary>
    Type ClrTypeOf(string storeType);
}
