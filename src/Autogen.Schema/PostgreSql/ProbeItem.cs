using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>A question for the server. Equal questions of different columns and tables are asked once.</summary>
/// <param name="Form">The form.</param>
/// <param name="Type">
/// The column's type, for forms that have one; for a generated column followed by <c>STORED</c> or <c>VIRTUAL</c>.
/// </param>
/// <param name="Text">The expression; empty for a type.</param>
/// <param name="Table">The table's name where the text may mention it: the temporary table has the same name then.</param>
/// <param name="Columns">Names and definitions of the columns that the text may mention.</param>
internal sealed record ProbeItem(
    ProbeForm Form, string Type, string Text, string? Table, EquatableList<(string Name, string Definition)> Columns)
{
    /// <summary>
    /// Names in the text; <see langword="null"/> if unknown. Not part of equality, as it follows from the text.
    /// </summary>
    public Hint<IReadOnlySet<string>> Words { get; private init; }

    /// <summary>The question for an expression of a table.</summary>
    /// <param name="form">The form.</param>
    /// <param name="type">The column's type, or an empty string.</param>
    /// <param name="text">The expression.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The definitions of the table's columns, by name.</param>
    /// <param name="storedName">Returns the name that the server stores for a name.</param>
    public static ProbeItem Of(
        ProbeForm form,
        string type,
        string text,
        string table,
        IReadOnlyDictionary<string, string> columns,
        Func<string, string> storedName)
    {
        if (PostgreSqlSpelling.Words(text) is not { } names)
            return new ProbeItem(form, type, text, table, columns.Select(column => (column.Key, column.Value)).ToEquatableList());

        var words = names.Select(storedName).ToHashSet(StringComparer.Ordinal);
        var mentioned = words.Where(columns.ContainsKey)
            .Order(StringComparer.Ordinal)
            .Select(name => (name, columns[name]))
            .ToEquatableList();
        return new ProbeItem(form, type, text, words.Contains(table) ? table : null, mentioned) { Words = new(words) };
    }

    /// <summary>The question for a type.</summary>
    public static ProbeItem OfType(string type)
        => new(ProbeForm.Type, type, "", Table: null, []) { Words = new(new HashSet<string>(StringComparer.Ordinal)) };
}
