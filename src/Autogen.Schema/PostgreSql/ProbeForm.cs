namespace Autogen.Schema.PostgreSql;

/// <summary>Form in which the server is asked for an expression.</summary>
internal enum ProbeForm
{
    /// <summary>A column's type, without an expression.</summary>
    Type,

    /// <summary>A column's default: converted to the column's type.</summary>
    Default,

    /// <summary>A condition: a check, or an index's filter.</summary>
    Condition,

    /// <summary>The expression of a generated column.</summary>
    Value,

    /// <summary>A part of an index, which the server writes with fewer parentheses.</summary>
    Part,

    /// <summary>A generated column. The server plans it: only for expressions that call no function of a user.</summary>
    Generated,

    /// <summary>An index with a filter. The server plans it: only for expressions that call no function of a user.</summary>
    Filter,
}
