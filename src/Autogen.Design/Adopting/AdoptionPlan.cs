using Autogen.Design.Planning;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Adopting;

/// <summary>How a database is taken over that has no revisions.</summary>
internal sealed record AdoptionPlan
{
    /// <summary>What of the database the base revision makes.</summary>
    public required DatabaseSchema Adopted { get; init; }

    /// <summary>What of that a downgrade leaves, because somebody else uses it, too.</summary>
    public required DatabaseSchema Kept { get; init; }

    /// <summary>The operations that make it on an empty database.</summary>
    public required IReadOnlyList<PlannedOperation> Upgrade { get; init; }

    /// <summary>The operations that drop what the upgrade creates.</summary>
    public required IReadOnlyList<PlannedOperation> Downgrade { get; init; }

    /// <summary>Existing tables that are ignored.</summary>
    public required IReadOnlyList<ObjectName> IgnoredTables { get; init; }

    /// <summary>Other things that exist and no revision makes.</summary>
    public required IReadOnlyList<OtherObject> Others { get; init; }

    /// <summary>The tables that rows are tried on in a proof.</summary>
    public IReadOnlyList<Table> Tried { get; init; } = [];

    /// <summary>Whether functions are made whose dependencies the database does not know.</summary>
    public bool HasBodies { get; init; }

    /// <summary>
    /// Tables that foreign keys refer to and the base revision does not make: on an empty database they must exist before.
    /// </summary>
    public required IReadOnlyList<Table> Required { get; init; }
}
