using Autogen.Schema.Sql;

namespace Autogen.Design.Models;

/// <summary>
/// A store type as a model writes it: some put the column's collation behind it (<c>TEXT COLLATE NOCASE</c>), and EF Core hands
/// that to the database as it is.
/// </summary>
/// <param name="Type">The type alone.</param>
/// <param name="Collation">The collation; <see langword="null"/> for none.</param>
internal sealed record DeclaredType(string Type, string? Collation)
{
    /// <summary>Parses a declared type.</summary>
    public static DeclaredType Read(string text)
    {
        var tokens = SqlLexer.Read(text, SqlSyntax.Any);
        return tokens is [_, .., var collate, { IsName: true } name] && collate.Is("COLLATE")
            ? new DeclaredType(text[..collate.Start].TrimEnd(), name.Name)
            : new DeclaredType(text, Collation: null);
    }
}
