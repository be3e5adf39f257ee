using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>sequences</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Sequences : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateSequence(name: "numbers");

        op.CreateSequence<int>(
            name: "invoice numbers",
            schema: "sales",
            startValue: 1000L,
            incrementBy: 10,
            minValue: 1L,
            maxValue: 99999L,
            cyclic: true)
            .Annotation("Plugin:Thing", "x");

        op.CreateSequence<short>(name: "down", startValue: -1L, incrementBy: -1, minValue: -32768L, maxValue: -1L);
        op.AlterSequence(name: "numbers", incrementBy: 2, minValue: 0L, oldMaxValue: 9223372036854775807L);

        op.AlterSequence(
            name: "invoice numbers",
            schema: "sales",
            minValue: -5L,
            maxValue: 5L,
            cyclic: true,
            oldIncrementBy: 3,
            oldMinValue: -9L,
            oldMaxValue: 9L,
            oldCyclic: true);

        op.RenameSequence(name: "numbers", newName: "digits");
        op.RenameSequence(name: "numbers", schema: "public", newSchema: "sales");
        op.RestartSequence(name: "numbers");
        op.RestartSequence(name: "numbers", schema: "sales", startValue: 5L);
        op.DropSequence(name: "numbers");
        op.DropSequence(name: "numbers", schema: "sales");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
