using Autogen.Schema.Objects;

namespace Autogen.Schema.Sqlite;

/// <summary>Walks over tokens, and cuts the source between them.</summary>
internal sealed class SqliteTokenReader(string source, IReadOnlyList<SqliteToken> tokens)
{
    private int position;

    /// <summary>A reader at the beginning of a text.</summary>
    public SqliteTokenReader(string source)
        : this(source, SqliteTokenizer.Tokenize(source))
    {
    }

    /// <summary>Whether all tokens are read.</summary>
    public bool IsAtEnd => position >= tokens.Count;

    /// <summary>The index of the next token.</summary>
    public int Position => position;

    /// <summary>The next token; an empty one at the end.</summary>
    public SqliteToken Current => IsAtEnd ? new SqliteToken(SqliteTokenKind.Mark, "", source.Length) : tokens[position];

    /// <summary>Takes the next token.</summary>
    public SqliteToken Take()
    {
        var token = Current;
        position++;
        return token;
    }

    /// <summary>Takes the next token if it is that keyword.</summary>
    public bool TryTake(string keyword)
    {
        if (!Current.Is(keyword))
            return false;
        position++;
        return true;
    }

    /// <summary>Takes the next tokens if they are those keywords.</summary>
    public bool TryTake(string first, string second)
    {
        if (!Current.Is(first) || position + 1 >= tokens.Count || !tokens[position + 1].Is(second))
            return false;
        position += 2;
        return true;
    }

    /// <summary>Takes the next token if it is that mark.</summary>
    public bool TryTakeMark(string mark)
    {
        if (!Current.IsMark(mark))
            return false;
        position++;
        return true;
    }

    /// <summary>Takes a text in parentheses, and returns what is between them.</summary>
    public string TakeParenthesised()
    {
        if (!TryTakeMark("("))
            throw Unexpected();
        var first = position;
        for (var depth = 1; !IsAtEnd; position++)
        {
            depth += Current.IsMark("(") ? 1 : Current.IsMark(")") ? -1 : 0;
            if (depth == 0)
            {
                var text = Slice(first, position);
                position++;
                return text;
            }
        }

        throw Unexpected();
    }

    /// <summary>The source from one token to before another, without what surrounds them.</summary>
    public string Slice(int first, int end) => first >= end ? "" : source[tokens[first].Start..tokens[end - 1].End];

    /// <summary>The source from a token to before the next one to be read.</summary>
    public string SliceFrom(int first) => Slice(first, position);

    /// <summary>The source from the next token on.</summary>
    public string Rest() => IsAtEnd ? "" : Slice(position, tokens.Count);

    /// <summary>The names in parentheses, each with what follows it (a direction, a collation) left out.</summary>
    public EquatableList<string> TakeNames() => TakeKeys().Names;

    /// <summary>
    /// The names in parentheses; and what follows them, but for the direction that needs no word, with the name before it.
    /// </summary>
    public (EquatableList<string> Names, EquatableList<string> Options) TakeKeys()
    {
        var inner = new SqliteTokenReader(TakeParenthesised());
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

    /// <summary>The error for a text that is not as SQLite writes or accepts it.</summary>
    public InvalidOperationException Unexpected() => new($"SQLite's stored text is not understood at '{Rest()}' in: {source}");
}
