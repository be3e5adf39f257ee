using Autogen.Design.Planning.Steps;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Planning;

/// <summary>An operation at its place in the plan, with what a reviewer must know of it.</summary>
/// <param name="Operation">EF Core's operation, with the provider's own annotations; it runs without a model beside it.</param>
/// <param name="Risks">What it endangers; empty for most.</param>
internal sealed record PlannedOperation(MigrationOperation Operation, IReadOnlyList<Risk> Risks)
{
    /// <summary>
    /// The step that it is part of; <see langword="null"/> outside of a plan. What is in one step makes sense together only.
    /// </summary>
    public Vertex? Step { get; init; }
}
