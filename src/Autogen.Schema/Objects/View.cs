namespace Autogen.Schema.Objects;

/// <summary>A view, known by name: it is there so that a table is not proposed under its name, and is never created or dropped.</summary>
/// <param name="Name">The view's name.</param>
/// <param name="IsMaterialized">True for a materialised view.</param>
public sealed record View(ObjectName Name, bool IsMaterialized);
