using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// Something that the live database has, the model does not know and no revision should touch; it is reported, not changed.
/// </summary>
/// <param name="Kind">What kind of object it is.</param>
/// <param name="Table">The table it belongs to, if to any.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Reason">Why it is left alone; for people.</param>
public sealed record IgnoredObject(ObjectKind Kind, ObjectName? Table, string Name, string Reason);
