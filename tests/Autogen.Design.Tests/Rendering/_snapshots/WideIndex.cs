using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>an index of many columns</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class AnIndexOfManyColumns : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateIndex(
            name: "ix_wide",
            table: "wide",
            columns: [
                "a_column_with_a_rather_long_name_1",
                "a_column_with_a_rather_long_name_2",
                "a_column_with_a_rather_long_name_3",
                "a_column_with_a_rather_long_name_4",
                "a_column_with_a_rather_long_name_5",
                "a_column_with_a_rather_long_name_6",
                "a_column_with_a_rather_long_name_7",
                "a_column_with_a_rather_long_name_8",
                "a_column_with_a_rather_long_name_9",
                "a_column_with_a_rather_long_name_10",
                "a_column_with_a_rather_long_name_11",
                "a_column_with_a_rather_long_name_12",
            ],
            unique: true);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
