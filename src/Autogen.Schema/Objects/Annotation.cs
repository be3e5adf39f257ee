namespace Autogen.Schema.Objects;

/// <summary>
/// An annotation of EF Core's relational model that is carried unread to the operation that creates the object.
/// </summary>
/// <param name="Name">For example <c>Npgsql:Compression:</c>.</param>
/// <param name="Value">Whatever EF Core or its plug-in stored.</param>
public sealed record Annotation(string Name, object? Value);
