namespace Autogen.Schema.Objects;

/// <summary>A row of a query of the catalogue, read by the names of its columns, whichever database it is from.</summary>
internal interface IRow
{
    /// <summary>A text that is not NULL.</summary>
    string Text(string column);

    /// <summary>Texts in order.</summary>
    EquatableList<string> Texts(string column);

    /// <summary>Reads a boolean; NULL is false.</summary>
    bool Bool(string column);

    /// <summary>A number that is not NULL.</summary>
    long Long(string column);

    /// <summary>A schema; the default one is <see langword="null"/>.</summary>
    string? Schema(string column);

    /// <summary>The name of an object in a schema: the columns <c>schema</c> and <c>name</c>.</summary>
    ObjectName Name();
}
