using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Our own operations: each once with all that it can say, and once with as little as it must.</summary>
internal static class StatementCases
{
    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of("OwnTypes", "types of PostgreSQL", RenderingCase.Built(Types)),
        RenderingCase.Of("OwnSequences", "sequences of PostgreSQL", RenderingCase.Built(Sequences)),
        RenderingCase.Of("OwnColumns", "columns and rows", RenderingCase.Built(Columns)),
        RenderingCase.Of("OwnConstraints", "constraints and indexes", RenderingCase.Built(Constraints)),
    ];

    private static void Types(MigrationBuilder op)
    {
        op.CreateEnum("mood", ["happy", "so, so", "it's"]);
        op.CreateEnum("odd \"type\"", [], "Sales");
        op.AddEnumValue("mood", "sad", after: "it's");
        op.AddEnumValue("mood", "glad", before: "happy", schema: "Sales");
        op.AddEnumValue("mood", "last");
        op.RenameEnumValue("mood", "so, so", "so-so", "Sales");
        op.CreateRangeType("times", "SUBTYPE = time", "Sales");
        op.RenameType("mood", newName: "temper");
        op.RenameType("mood", "Sales", "temper", "public");
        op.DropType("mood");
        op.CreateCollation("phonebook", "PROVIDER = icu, LOCALE = 'de-u-co-phonebk'");
        op.DropCollation("phonebook", "Sales");
        op.CreateExtension("odd.extension", "Sales", "1.2");
        op.CreateExtension("citext");
        op.DropExtension("citext");
        op.RenameSchema("Sales", "Shop");
        op.RequireDefaultSchema("Shop");
    }

    private static void Sequences(MigrationBuilder op)
    {
        op.CreateTypedSequence("numbers", "smallint");
        op.CreateTypedSequence("numbers", "bigint", "Sales", -1, -3_000_000_000, -9_000_000_000, -1, 20, true, true);
        op.SetSequenceOptions("numbers", "Sales", "bigint", 2, 0, false, 9, false, 3, 5, true, 4);
        op.SetSequenceOptions("numbers", noMinValue: true, noMaxValue: true, cyclic: false);
        op.SetSequenceOwner("numbers", "orders", "Id", "Sales");
        op.SetSequenceOwner("numbers");
        op.KeepCounterWithin(1, 9, sequence: "numbers", schema: "Sales");
        op.KeepCounterWithin(1, 9, table: "orders", column: "Id");
        op.StartUnusedCounter(5, sequence: "numbers");
        op.StartUnusedCounter(5, table: "orders", column: "Id", schema: "Sales");
        op.MoveCounterBehindRows("orders", "Id", descending: true, schema: "Sales");
        op.MoveSequenceBehindRows("Nümbers", "orders", "Id", sequenceSchema: "Sales", schema: "Other");
        op.NumberRows("orders", "Id");
        op.DropIdentity("orders", "Id", ifExists: true);
        op.SetIdentityGeneration("orders", "Id", always: true, "Sales");
        op.SetIdentityOptions("orders", "Id", "Sales", 2, 0, false, 9, false, 3, 5, true, 4);
        op.SetSerialOptions("orders", "Id", type: "bigint", noMaxValue: true);
        op.DropSerial("orders", "Id");
        op.SerialToIdentity("orders", "Id", always: true, startValue: 5, keepBetween: [1, 9]);
        op.IdentityToSerial("orders", "Id", "integer", "Sales", cache: 5, cyclic: true);
        op.RenameIdentitySequence("orders", "Id", "OrderNumbers");
    }

    private static void Columns(MigrationBuilder op)
    {
        op.AlterColumnType("orders", "State", "integer", """CASE "State" WHEN 'new' THEN 0 ELSE 1 END""");
        op.AlterColumnType("orders", "Note", "text", null, "de-x-icu", "pg_catalog", true, "Sales");
        op.SetDefault("orders", "State", "0");
        op.DropDefault("orders", "State", "Sales");
        op.FillColumn("orders", "State", "'it''s'");
        op.ConvertColumn("orders", "State", "upper(\"State\")", "Sales");
        op.DropExpression("orders", "Total");
        op.ReplaceGeneratedColumn("orders", "Total", "text", "Total_kept", "C", "pg_catalog", true, "what it costs", "Sales");
        op.ReplaceGeneratedColumn("orders", "Total", "numeric(10,2)", "Total_kept");
        op.InsertRows("moods", ["Id", "Mood"], [["1", "'happy'"], ["2", "NULL"]], true, "Sales");
        op.InsertRows("moods", ["Id"], [["1"]]);
        op.UpdateRow("moods", ["Id", "Code"], ["1", "'a'"], ["Mood"], ["'sad'"], ["Code"], "Sales");
        op.DeleteRow("moods", ["Id"], ["1"]);
    }

    private static void Constraints(MigrationBuilder op)
    {
        op.RenameConstraint("orders", "PK_old", "PK_orders");
        op.ValidateConstraint("orders", "CK_total", "Sales");
        op.AlterConstraint("orders", "FK_orders", Deferrability.InitiallyDeferred);
        op.AddForeignKey("FK_orders", "orders", "CustomerId", "customers", principalColumn: "Id").NotValid();
        op.AddForeignKey("FK_later", "orders", "CustomerId", "customers", principalColumn: "Id")
            .Deferrable(Deferrability.InitiallyDeferred)
            .NotEnforced();
        op.AddUniqueConstraint("AK_code", "orders", "Code").NullsNotDistinct().Deferrable(Deferrability.InitiallyImmediate);
        op.AddCheckConstraint("CK_total", "orders", "\"Total\" > 0").NotValid();
        op.AddCheckConstraint("CK_code", "orders", "\"Code\" <> ''").NotEnforced();
        op.CreateExpressionIndex("ix_code", "orders", ["lower(\"Code\") DESC", "\"Id\""]);
        op.CreateExpressionIndex(
            "ix_all", "orders", ["(\"Code\" || 'x')"], true, "btree", ["Id"], true, ["fillfactor = '70'"], "\"Id\" > 0", true, "Sales");
    }
}
