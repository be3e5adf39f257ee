using Autogen.Schema.Objects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.Sqlite;

/// <summary>Lists of columns in SQLite's stored statements.</summary>
internal static class SqliteKeys
{
    /// <summary>The names in parentheses, each with what follows it (a direction, a collation) left out.</summary>
    public static EquatableList<string> TakeNames(this SqlTokenReader reader) => reader.TakeKeys().Names;

    /// <summary>
    /// The names in parentheses; and what follows them, but for the direction that needs no word, with the name before it.
    /// </summary>
    public static (EquatableList<string> Names, EquatableList<string> Options) TakeKeys(this SqlTokenReader reader)
    {
        var inner = new SqlTokenReader(reader.TakeParenthesised(), SqlSyntax.Sqlite);
        var (names, options) = (new List<string>(), new List<string>());
        while (!inner.IsAtEnd)
        {
            names.Add(inner.Take().Name);
            var words = new List<string>();
            while (!inner.IsAtEnd && !inner.TryTakeMark(","))
                words.Add(inner.Take().Name.ToUpperInvariant());
            words.RemoveAll(word => word == "ASC");
            if (words.Count > 0)
                options.Add($"{names[^1]} {string.Join(' ', words)}");
        }

        return (names.ToEquatableList(), options.ToEquatableList());
    }
}
