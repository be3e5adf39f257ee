using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>What the user says was renamed (<c>--rename OLD=NEW</c>).</summary>
/// <param name="Items">The renames, in the order given.</param>
internal sealed record RenameHints(EquatableList<RenameHint> Items)
{
    /// <summary>Nothing was renamed.</summary>
    public static RenameHints None { get; } = new([]);

    /// <summary>Reads the texts of the command line.</summary>
    /// <param name="texts">
    /// <c>table=table</c>, <c>schema.table=table</c>, <c>table.column=column</c>, <c>schema.table.column=column</c>,
    /// <c>sequence=sequence</c>, <c>enumtype.label=label</c>.
    /// </param>
    /// <exception cref="AutogenException">A text has not that form (<see cref="ErrorCode.CommandLine"/>).</exception>
    public static RenameHints Parse(IEnumerable<string> texts) => new(texts.Select(Parse).ToEquatableList());

    /// <summary>These and others; of two hints for one object the first counts.</summary>
    public RenameHints And(IEnumerable<RenameHint> others)
        => new(Items.Concat(others.Where(other => !Items.Any(item => string.Equals(item.Old, other.Old, StringComparison.Ordinal))))
            .ToEquatableList());

    /// <summary>Whether a hint renames a table or a sequence of the database.</summary>
    public bool Mention(ObjectName table, string? defaultSchema)
        => Items.Any(item => item.Subject is { } subject
            ? subject.Part is null && subject.Name == table
            : string.Equals(item.Old, table.ToString(), StringComparison.Ordinal)
                || (table.Schema is null
                    && defaultSchema is not null
                    && string.Equals(item.Old, $"{defaultSchema}.{table.Name}", StringComparison.Ordinal)));

    private static RenameHint Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? new RenameHint(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new AutogenException(
                ErrorCode.CommandLine,
                $"The rename '{text}' can't be understood. Write OLD=NEW: 'customers=clients' for a table, "
                    + "'customers.name=full_name' for a column.");
    }
}
