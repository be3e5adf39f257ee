using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Autogen.Schema.Sql;

/// <summary>How a database writes SQL: the rules by which <see cref="SqlLexer"/> cuts it, as data.</summary>
internal sealed record SqlSyntax
{
    /// <summary>https://www.postgresql.org/docs/current/sql-syntax-lexical.html</summary>
    public static SqlSyntax PostgreSql { get; } = new()
    {
        NameQuotes = "\"",
        EscapePrefixes = "eE",
        BinaryPrefixes = "xXbB",
        HasUnicodeEscapes = true,
        HasDollarQuotes = true,
        NestsComments = true,
        FoldsWords = true,
        LineEnds = "\r\n",
        OperatorCharacters = "+-*/<>=~!@#%^&|`?",
        Marks = ["::", ":=", ".."],
        Reserved = Words("""
            all analyse analyze and any array as asc asymmetric authorization between binary both case cast check collate collation column
            concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
            current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
            ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
            notnull null offset on only or order outer overlaps placing primary references returning right select session_user similar some
            symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where window with
            """),
    };

    /// <summary>https://www.sqlite.org/lang_keywords.html, https://www.sqlite.org/lang_expr.html</summary>
    public static SqlSyntax Sqlite { get; } = new()
    {
        NameQuotes = "\"`",
        HasBrackets = true,
        BinaryPrefixes = "xX",
        LineEnds = "\n",
        WordsBeginWithDollar = true,
        Marks = ["->>", "||", "<=", ">=", "<>", "==", "!=", "<<", ">>", "->"],
        Reserved = Words("""
            add all alter and as autoincrement between case check collate commit constraint create default deferrable delete distinct drop
            else end escape exists foreign from group having in index insert intersect into is isnull join limit not notnull null on or
            order primary references select set table then to transaction union unique update using values when where
            """),
    };

    /// <summary>
    /// Rules of both, for SQL of a database that is not known. Brackets are subscripts there, and a comment ends at its first end.
    /// </summary>
    public static SqlSyntax Any { get; } = PostgreSql with { NameQuotes = "\"`", NestsComments = false };

    /// <summary>SQL of a revision, with parameters as <c>op.Sql</c> has them: <c>@name</c>.</summary>
    public static SqlSyntax WithParameters { get; } = Any with { HasNamedParameters = true };

    /// <summary>Characters that begin and end a quoted name.</summary>
    public required string NameQuotes { get; init; }

    /// <summary>Whether <c>[name]</c> is a quoted name.</summary>
    public bool HasBrackets { get; init; }

    /// <summary>Letters before a string in which a backslash escapes.</summary>
    public string EscapePrefixes { get; init; } = "";

    /// <summary>Letters before a string that is bytes or bits.</summary>
    public string BinaryPrefixes { get; init; } = "";

    /// <summary>Whether strings and names may be prefixed with <c>U&amp;</c>.</summary>
    public bool HasUnicodeEscapes { get; init; }

    /// <summary>Whether <c>$tag$…$tag$</c> is a string.</summary>
    public bool HasDollarQuotes { get; init; }

    /// <summary>Whether a word may begin with a dollar sign.</summary>
    public bool WordsBeginWithDollar { get; init; }

    /// <summary>Whether a comment in slashes and asterisks may have others in it.</summary>
    public bool NestsComments { get; init; }

    /// <summary>Whether <c>@name</c> is a parameter.</summary>
    public bool HasNamedParameters { get; init; }

    /// <summary>Whether the database takes the letters A to Z of unquoted names for small ones.</summary>
    public bool FoldsWords { get; init; }

    /// <summary>Characters that end a comment of one line.</summary>
    public required string LineEnds { get; init; }

    /// <summary>Characters of which any run is an operator; empty where only the <see cref="Marks"/> are.</summary>
    public string OperatorCharacters { get; init; } = "";

    /// <summary>Marks of more than one character, longer ones first.</summary>
    public required ImmutableArray<string> Marks { get; init; }

    /// <summary>Words that name nothing without quotes, small.</summary>
    public required FrozenSet<string> Reserved { get; init; }

    /// <summary>The name that a token means to the database.</summary>
    public string NameOf(SqlToken token) => FoldsWords && token.Kind == SqlTokenKind.Word ? Fold(token.Text) : token.Name;

    /// <summary>
    /// PostgreSQL folds the letters of ASCII and leaves the others, in every encoding of several bytes (downcase_identifier).
    /// </summary>
    public static string Fold(string word) => string.Create(word.Length, word, static (folded, letters) =>
    {
        for (var i = 0; i < letters.Length; i++)
            folded[i] = char.IsAsciiLetterUpper(letters[i]) ? (char)(letters[i] | 0x20) : letters[i];
    });

    private static FrozenSet<string> Words(string text)
        => text.Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
