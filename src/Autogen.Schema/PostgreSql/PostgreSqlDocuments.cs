using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>https://www.postgresql.org/docs/current/functions-json.html</summary>
internal sealed class PostgreSqlDocuments : DocumentSql
{
    /// <inheritdoc/>
    public override bool MayBeIn(StoreType type) => type.Text is "json" or "jsonb";

    /// <inheritdoc/>
    public override string Object(IReadOnlyList<(string Name, string Sql)> members)
        => $"jsonb_build_object({string.Join(", ", members.Select(member => $"{SqlQuote.Text(member.Name)}, {member.Sql}"))})";

    /// <inheritdoc/>
    public override string Value(string document, IReadOnlyList<string> path, StoreType type)
        => $"CAST({document}{string.Concat(path.Take(path.Count - 1).Select(name => $" -> {SqlQuote.Text(name)}"))} "
            + $"->> {SqlQuote.Text(path[^1])} AS {type})";

    /// <inheritdoc/>
    public override string List(string document) => $"COALESCE(jsonb_agg({document}), '[]')";

    /// <inheritdoc/>
    public override (string From, string Element) Elements(string document) => ($"jsonb_array_elements({document}) AS e(value)", "e.value");
}
