namespace Autogen.Schema.Objects;

/// <summary>The sequence that a live column owns; in the schema of the column's table.</summary>
/// <param name="Name">Its name, without the schema.</param>
/// <param name="Type"><c>smallint</c>, <c>integer</c> or <c>bigint</c>: not always the column's.</param>
/// <param name="IsUnlogged">PostgreSQL's <c>UNLOGGED</c> (15 and later).</param>
public sealed record OwnedSequence(string Name, string Type, bool IsUnlogged);
