using Autogen.Schema.Objects;

namespace Autogen.Schema.Dialects;

/// <summary>An object that a model uses and that no operation of the tool creates.</summary>
/// <param name="Kind">What the model uses it as.</param>
/// <param name="Name">
/// Its name as the model writes it; without a schema it is looked up as an unqualified name of a query would be.
/// </param>
internal sealed record MappedObject(MappedKind Kind, ObjectName Name)
{
    /// <summary>Whether rows are read from it by its name alone.</summary>
    public bool IsRelation => Kind is MappedKind.View or MappedKind.Table;
}

/// <summary>What a model uses an object as.</summary>
internal enum MappedKind
{
    /// <summary><c>ToView</c>: a view, or any other relation of that name.</summary>
    View,

    /// <summary>A table that is excluded from migrations.</summary>
    Table,

    /// <summary>A function that returns rows.</summary>
    TableFunction,

    /// <summary>A function that returns a value.</summary>
    Function,

    /// <summary>A stored procedure.</summary>
    Procedure,
}
