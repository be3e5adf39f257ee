namespace Autogen.Schema.Objects;

/// <summary>A storage parameter of a PostgreSQL table or index.</summary>
/// <param name="Name">For example <c>fillfactor</c>.</param>
/// <param name="Value">The value as the catalogue spells it: <c>70</c>, <c>true</c>.</param>
public sealed record StorageParameter(string Name, string Value);
