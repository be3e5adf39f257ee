using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen;

/// <summary>
/// A step of a database's history: how to go one step forward, and how to come back. A class of the application, marked with
/// <see cref="RevisionAttribute"/>, with a parameterless constructor.
/// </summary>
public abstract class Revision
{
    /// <summary>Writes the operations that go from the parent revision to this one.</summary>
    /// <param name="op">EF Core's migration builder: all it can do works here.</param>
    public abstract void Upgrade(MigrationBuilder op);

    /// <summary>Writes the operations that go back from this revision to its parent.</summary>
    /// <param name="op">EF Core's migration builder: all it can do works here.</param>
    public abstract void Downgrade(MigrationBuilder op);
}
