using Autogen.Schema.Dialects;

namespace Autogen.Design.Models;

/// <summary>The expression that Npgsql's provider makes of a full-text column or index (its generator needs a model for it, so the expression is written out).</summary>
internal static class TextSearch
{
    /// <summary><c>to_tsvector('english', coalesce("a", '') || ' ' || coalesce("b", ''))</c>.</summary>
    public static string Vector(Dialect dialect, string configuration, IReadOnlyList<string> columns)
        => $"to_tsvector({dialect.StringLiteral(configuration)}, {string.Join(" || ' ' || ", columns.Select(column => $"coalesce({dialect.Quote(column)}, '')"))})";
}
