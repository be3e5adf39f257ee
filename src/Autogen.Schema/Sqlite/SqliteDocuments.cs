using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>https://www.sqlite.org/json1.html</summary>
internal sealed class SqliteDocuments : DocumentSql
{
    /// <inheritdoc/>
    public override bool MayBeIn(StoreType type) => string.Equals(type.Text, "TEXT", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override string Object(IReadOnlyList<(string Name, string Sql)> members)
        => $"json_object({string.Join(", ", members.Select(member => $"{SqlQuote.Text(member.Name)}, {member.Sql}"))})";

    // What CASE gives is a text, which would be written as one: https://www.sqlite.org/json1.html#interface_overview

    /// <inheritdoc/>
    public override string Inner(string document) => $"json({document})";

    /// <inheritdoc/>
    public override string Truth(string column) => $"json(CASE {column} WHEN 0 THEN 'false' WHEN 1 THEN 'true' END)";

    // A path has no escape for a quote in a name.

    /// <inheritdoc/>
    public override string? Value(string document, IReadOnlyList<string> path, StoreType type)
        => path.Any(name => name.Contains('"', StringComparison.Ordinal))
            ? null
            : $"json_extract({document}, {SqlQuote.Text("$" + string.Concat(path.Select(name => $".\"{name}\"")))})";

    /// <inheritdoc/>
    public override string List(string document) => $"json_group_array({document})";

    /// <inheritdoc/>
    public override (string From, string Element) Elements(string document) => ($"json_each({document}) AS e", "e.value");
}
