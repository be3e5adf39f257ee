using Autogen.Design.Models;
using Autogen.Design.Planning;
using Autogen.Design.Planning.Columns;
using Autogen.Design.Planning.Naming;
using Autogen.Design.Planning.Numbering;
using Autogen.Design.Planning.Rows;
using Autogen.Design.Planning.Steps;
using Autogen.Design.Planning.TableParts;
using Autogen.Design.Planning.Tables;
using Autogen.Design.Planning.Types;
using Autogen.Schema.Objects;

namespace Autogen.Design;

/// <summary>What a revision needs to know of a kind of object, or of a kind of part of a table.</summary>
/// <param name="Value">The kind.</param>
/// <param name="Planner">Makes the planner of the kind's changes.</param>
internal sealed record DesignKind(ObjectKind Value, Func<PlanScope, RenameGuesses, IKindPlanner> Planner)
{
    /// <summary>
    /// Reads the objects that EF Core's model has, sorted, without its tables; <see langword="null"/> where they are read with the tables.
    /// </summary>
    public Func<ModelScope, IEnumerable<object>>? Model { get; init; }
}

/// <summary>Every kind that a revision makes, in the order of <see cref="ObjectKind"/>.</summary>
internal static class DesignKinds
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<DesignKind> All { get; } =
    [
        new(ObjectKind.Schema, (scope, _) => new SchemaPlanner(scope)),
        new(ObjectKind.Extension, (scope, _) => new ExtensionPlanner(scope)) { Model = ExtensionModel.Read },
        new(ObjectKind.EnumType, (scope, guesses) => new EnumTypePlanner(scope, guesses)) { Model = EnumTypeModel.Read },
        new(ObjectKind.Collation, (scope, _) => new CollationPlanner(scope)) { Model = CollationModel.Read },
        new(ObjectKind.RangeType, (scope, _) => new RangeTypePlanner(scope)) { Model = RangeTypeModel.Read },
        new(ObjectKind.Sequence, (scope, guesses) => new SequencePlanner(scope, guesses)) { Model = SequenceModel.Read },
        new(ObjectKind.Table, (scope, guesses) => new TablePlanner(scope, guesses)),
        new(ObjectKind.Column, (scope, guesses) => new ColumnPlanner(scope, guesses)),
        new(ObjectKind.PrimaryKey, (scope, _) => new PrimaryKeyPlanner(scope)),
        new(ObjectKind.UniqueConstraint, (scope, _) => new UniqueConstraintPlanner(scope)),
        new(ObjectKind.CheckConstraint, (scope, _) => new CheckConstraintPlanner(scope)),
        new(ObjectKind.SeedRow, (scope, _) => new SeedRowPlanner(scope)),
        new(ObjectKind.Index, (scope, _) => new IndexPlanner(scope)),
        new(ObjectKind.ForeignKey, (scope, _) => new ForeignKeyPlanner(scope)),
    ];
}
