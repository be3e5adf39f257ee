using Autogen.Schema.Objects;

namespace Autogen.Schema.Refusals;

/// <summary>Something of the model that the database would refuse, found out before a revision is written.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">
/// What is refused: <see cref="ObjectKind.Column"/>, <see cref="ObjectKind.CheckConstraint"/> or <see cref="ObjectKind.Index"/>.
/// </param>
/// <param name="Name">The column, check constraint or index.</param>
/// <param name="Reason">The database's own words.</param>
internal sealed record Refusal(ObjectName Table, ObjectKind Kind, string Name, string Reason);
