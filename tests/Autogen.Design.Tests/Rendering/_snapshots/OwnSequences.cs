using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>sequences of PostgreSQL</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class SequencesOfPostgreSQL : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateTypedSequence(name: "numbers", type: "smallint");

        op.CreateTypedSequence(
            name: "numbers",
            type: "bigint",
            schema: "Sales",
            startValue: -1L,
            incrementBy: -3000000000L,
            minValue: -9000000000L,
            maxValue: -1L,
            cache: 20L,
            cyclic: true,
            unlogged: true);

        op.SetSequenceOptions(
            name: "numbers",
            schema: "Sales",
            type: "bigint",
            incrementBy: 2L,
            minValue: 0L,
            maxValue: 9L,
            startValue: 3L,
            cache: 5L,
            cyclic: true,
            restartWith: 4L);

        op.SetSequenceOptions(name: "numbers", noMinValue: true, noMaxValue: true, cyclic: false);
        op.SetSequenceOwner(name: "numbers", table: "orders", column: "Id", schema: "Sales");
        op.SetSequenceOwner(name: "numbers");
        op.KeepCounterWithin(minValue: 1L, maxValue: 9L, sequence: "numbers", schema: "Sales");
        op.KeepCounterWithin(minValue: 1L, maxValue: 9L, table: "orders", column: "Id");
        op.StartUnusedCounter(startValue: 5L, sequence: "numbers");
        op.StartUnusedCounter(startValue: 5L, table: "orders", column: "Id", schema: "Sales");
        op.MoveCounterBehindRows(table: "orders", column: "Id", descending: true, schema: "Sales");
        op.MoveSequenceBehindRows(sequence: "Nümbers", table: "orders", column: "Id", sequenceSchema: "Sales", schema: "Other");
        op.NumberRows(table: "orders", column: "Id");
        op.DropIdentity(table: "orders", column: "Id", ifExists: true);
        op.SetIdentityGeneration(table: "orders", column: "Id", always: true, schema: "Sales");

        op.SetIdentityOptions(
            table: "orders",
            column: "Id",
            schema: "Sales",
            incrementBy: 2L,
            minValue: 0L,
            maxValue: 9L,
            startValue: 3L,
            cache: 5L,
            cyclic: true,
            restartWith: 4L);

        op.SetSerialOptions(table: "orders", column: "Id", type: "bigint", noMaxValue: true);
        op.DropSerial(table: "orders", column: "Id");
        op.SerialToIdentity(table: "orders", column: "Id", always: true, startValue: 5L, keepBetween: [1L, 9L]);
        op.IdentityToSerial(table: "orders", column: "Id", type: "integer", schema: "Sales", cache: 5L, cyclic: true);
        op.RenameIdentitySequence(table: "orders", column: "Id", newName: "OrderNumbers");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
