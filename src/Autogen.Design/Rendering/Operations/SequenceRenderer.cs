using Autogen.Rendering.Syntax;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Sequences.</summary>
internal static class SequenceRenderer
{
    internal static IReadOnlyList<OperationHandler> Handlers =>
    [
        OperationHandler.Of<CreateSequenceOperation>(Create),
        OperationHandler.Of<AlterSequenceOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.AlterSequence), Alter(o, names), names)),
        OperationHandler.Of<RenameSequenceOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.RenameSequence), Rename(o, names), names)),
        OperationHandler.Of<RestartSequenceOperation>((o, names) => Calls.On(
            o, nameof(MigrationBuilder.RestartSequence), Named(o.Name, o.Schema, names).Optional("startValue", o.StartValue), names)),
        OperationHandler.Of<DropSequenceOperation>(
            (o, names) => Calls.On(o, nameof(MigrationBuilder.DropSequence), Named(o.Name, o.Schema, names), names)),
    ];

    private static OperationArguments Named(string name, string? schema, NameScope names) =>
        new OperationArguments(names).Required("name", name).Optional("schema", schema);

    private static Draft Create(CreateSequenceOperation operation, NameScope names)
    {
        var arguments = Named(operation.Name, operation.Schema, names)
            .Unless(1L, "startValue", operation.StartValue)
            .Unless(1, "incrementBy", operation.IncrementBy)
            .Optional("minValue", operation.MinValue)
            .Optional("maxValue", operation.MaxValue)
            .Unless(false, "cyclic", operation.IsCyclic);
        // The builder's sequences are of type long unless another type is given.
        return operation.ClrType == typeof(long)
            ? Calls.On(operation, nameof(MigrationBuilder.CreateSequence), arguments, names)
            : Calls.On(operation, nameof(MigrationBuilder.CreateSequence), operation.ClrType, arguments, names);
    }

    private static OperationArguments Alter(AlterSequenceOperation operation, NameScope names)
        => Named(operation.Name, operation.Schema, names)
            .Unless(1, "incrementBy", operation.IncrementBy)
            .Optional("minValue", operation.MinValue)
            .Optional("maxValue", operation.MaxValue)
            .Unless(false, "cyclic", operation.IsCyclic)
            .Unless(1, "oldIncrementBy", operation.OldSequence.IncrementBy)
            .Optional("oldMinValue", operation.OldSequence.MinValue)
            .Optional("oldMaxValue", operation.OldSequence.MaxValue)
            .Unless(false, "oldCyclic", operation.OldSequence.IsCyclic);

    private static OperationArguments Rename(RenameSequenceOperation operation, NameScope names)
        => Named(operation.Name, operation.Schema, names)
            .Optional("newName", operation.NewName).Optional("newSchema", operation.NewSchema);
}
