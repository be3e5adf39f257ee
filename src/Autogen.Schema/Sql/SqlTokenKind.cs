namespace Autogen.Schema.Sql;

/// <summary>The kinds of token.</summary>
internal enum SqlTokenKind
{
    /// <summary>A keyword or an unquoted identifier.</summary>
    Word,

    /// <summary>An identifier in double quotes, or in back-ticks and brackets on databases that have these.</summary>
    QuotedName,

    /// <summary>A string, however it is quoted: <c>'a'</c>, <c>E'a'</c>, <c>U&amp;'a'</c>, <c>$tag$a$tag$</c>.</summary>
    String,

    /// <summary>Bytes or bits: <c>X'00'</c>, <c>B'01'</c>.</summary>
    Binary,

    /// <summary>A number without a sign.</summary>
    Number,

    /// <summary>A parameter: <c>$1</c>, and <c>@name</c> in SQL with named parameters.</summary>
    Parameter,

    /// <summary>An operator, a parenthesis, a comma.</summary>
    Mark,

    /// <summary>A comment, without the line break behind it.</summary>
    Comment,
}
