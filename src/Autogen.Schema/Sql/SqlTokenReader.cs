namespace Autogen.Schema.Sql;

/// <summary>Walks over tokens, and cuts the source between them.</summary>
/// <param name="source">The SQL.</param>
/// <param name="syntax">The rules by which it is cut.</param>
internal sealed class SqlTokenReader(string source, SqlSyntax syntax)
{
    private readonly IReadOnlyList<SqlToken> tokens = SqlLexer.Read(source, syntax);
    private int position;

    /// <summary>Whether all tokens are read.</summary>
    public bool IsAtEnd => position >= tokens.Count;

    /// <summary>The index of the next token.</summary>
    public int Position => position;

    /// <summary>The next token; an empty one at the end.</summary>
    public SqlToken Current => IsAtEnd ? new SqlToken(SqlTokenKind.Mark, "", source.Length) : tokens[position];

    /// <summary>Takes the next token.</summary>
    public SqlToken Take()
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

    /// <summary>Takes a name with or without a schema, and returns it as it is written; <see langword="null"/> for anything else.</summary>
    public string? TakeName()
    {
        var first = position;
        if (!Current.IsName)
            return null;
        position++;
        if (Current.IsMark(".") && tokens.At(position + 1).IsName)
            position += 2;
        return SliceFrom(first);
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

    /// <summary>The error for a text that is not as SQLite writes or accepts it.</summary>
    public InvalidOperationException Unexpected() => new($"The text is not understood at '{Rest()}' in: {source}");
}
