using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>JSON documents in a database's SQL, in the form in which EF Core writes and reads them.</summary>
internal abstract class DocumentSql
{
    /// <summary>Whether EF Core may keep documents in a column of a type.</summary>
    public abstract bool MayBeIn(StoreType type);

    /// <summary>A document with members.</summary>
    public abstract string Object(IReadOnlyList<(string Name, string Sql)> members);

    /// <summary>A document as a member of another one.</summary>
    public virtual string Inner(string document) => document;

    /// <summary>A column of truth values as a member.</summary>
    public virtual string Truth(string column) => column;

    /// <summary>The value of a member, as a value of a column's type; <see langword="null"/> if there is no expression for it.</summary>
    public abstract string? Value(string document, IReadOnlyList<string> path, StoreType type);

    /// <summary>The documents of many rows as a list.</summary>
    public abstract string List(string document);

    /// <summary>The elements of a list as rows, and how each is called.</summary>
    public abstract (string From, string Element) Elements(string document);
}
