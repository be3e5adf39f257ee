using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>types of PostgreSQL</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class TypesOfPostgreSQL : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateEnum(name: "mood", values: ["happy", "so, so", "it's"]);
        op.CreateEnum(name: "odd \"type\"", values: [], schema: "Sales");
        op.AddEnumValue(name: "mood", value: "sad", after: "it's");
        op.AddEnumValue(name: "mood", value: "glad", before: "happy", schema: "Sales");
        op.AddEnumValue(name: "mood", value: "last");
        op.RenameEnumValue(name: "mood", value: "so, so", newValue: "so-so", schema: "Sales");
        op.CreateRangeType(name: "times", definition: "SUBTYPE = time", schema: "Sales");
        op.RenameType(name: "mood", newName: "temper");
        op.RenameType(name: "mood", schema: "Sales", newName: "temper", newSchema: "public");
        op.DropType(name: "mood");
        op.CreateCollation(name: "phonebook", definition: "PROVIDER = icu, LOCALE = 'de-u-co-phonebk'");
        op.DropCollation(name: "phonebook", schema: "Sales");
        op.CreateExtension(name: "odd.extension", schema: "Sales", version: "1.2");
        op.CreateExtension(name: "citext");
        op.DropExtension(name: "citext");
        op.RenameSchema(name: "Sales", newName: "Shop");
        op.RequireDefaultSchema(name: "Shop");
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
