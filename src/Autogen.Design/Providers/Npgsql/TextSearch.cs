using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Autogen.Design.Models;

/// <summary>
/// The expression that Npgsql's provider makes of a full-text column or index (its generator needs a model for it, so
/// the expression is written out).
/// </summary>
internal static class TextSearch
{
    /// <summary><c>to_tsvector('english', "required" || ' ' || coalesce("nullable", ''))</c>.</summary>
    public static string Vector(Dialect dialect, string configuration, IEnumerable<IColumn> columns)
    {
        var texts = columns.Select(
            column => column.IsNullable ? $"coalesce({dialect.Quote(column.Name)}, '')" : dialect.Quote(column.Name));
        return $"to_tsvector({dialect.StringLiteral(configuration)}, {string.Join(" || ' ' || ", texts)})";
    }
}
