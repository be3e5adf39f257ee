namespace Autogen.Schema.Objects;

/// <summary>A sequence that no column owns.</summary>
/// <param name="Name">The sequence's name.</param>
/// <param name="Type"><c>smallint</c>, <c>integer</c> or <c>bigint</c>.</param>
/// <param name="Options">The options, in normal form.</param>
public sealed record Sequence(ObjectName Name, StoreType Type, SequenceOptions Options)
{
    /// <summary>Reads the columns <c>schema</c>, <c>name</c>, <c>type</c>, and those of the options.</summary>
    internal static Sequence Read(IRow row)
        => new(row.Name(), row.Text("type"), SequenceOptions.Read(row).Normal(row.Text("type")));
}
