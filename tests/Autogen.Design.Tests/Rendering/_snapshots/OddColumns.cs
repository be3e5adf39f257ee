using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>odd columns</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class OddColumns : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.CreateTable(
            name: "odd",
            columns: table => new
            {
                @class = table.Column<int>(nullable: false),
                Class = table.Column<int>(nullable: false),
                first_name_2 = table.Column<int>(name: "first name", nullable: false),
                first_name = table.Column<int>(nullable: false),
                first_name_3 = table.Column<int>(name: "first-name", nullable: false),
                first_name_ = table.Column<int>(name: "first name ", nullable: false),
                _1st = table.Column<int>(name: "1st", nullable: false),
                __2 = table.Column<int>(name: " ", nullable: false),
                __3 = table.Column<int>(name: "\"", nullable: false),
                a_b = table.Column<int>(name: """a"b""", nullable: false),
                ünï = table.Column<int>(nullable: false),
                漢字 = table.Column<int>(nullable: false),
                ___2 = table.Column<int>(name: "😀", nullable: false),
                _ToString_2 = table.Column<int>(name: "ToString", nullable: false),
                _GetType = table.Column<int>(name: "GetType", nullable: false),
                _ToString = table.Column<int>(nullable: false),
                x = table.Column<int>(nullable: false),
                table = table.Column<int>(nullable: false),
                op = table.Column<int>(nullable: false),
                await = table.Column<int>(nullable: false),
                var = table.Column<int>(nullable: false),
                record = table.Column<int>(nullable: false),
                field = table.Column<int>(nullable: false),
                value = table.Column<int>(nullable: false),
                from = table.Column<int>(nullable: false),
                select = table.Column<int>(nullable: false),
                nameof = table.Column<int>(nullable: false),
                dynamic = table.Column<int>(nullable: false),
                yield = table.Column<int>(nullable: false),
                async = table.Column<int>(nullable: false),
                global = table.Column<int>(nullable: false),
                a_b_2 = table.Column<int>(name: "a\u00adb", nullable: false),
                ab = table.Column<int>(nullable: false),
                a_b_3 = table.Column<int>(name: "a\u200cb", nullable: false),
                _at = table.Column<int>(name: "@at", nullable: false),
                __4 = table.Column<int>(name: "$", nullable: false),
                tab_here = table.Column<int>(name: "tab\there", nullable: false),
                line_end = table.Column<int>(
                    name: """
                        line
                        end
                        """,
                    nullable: false),
                back_slash = table.Column<int>(name: """back\slash""", nullable: false),
                _ = table.Column<int>(nullable: false),
                __ = table.Column<int>(nullable: false),
                a_b_4 = table.Column<int>(name: "a.b", nullable: false),
                nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn = table.Column<int>(nullable: false),
                é = table.Column<int>(nullable: false),
                é = table.Column<int>(nullable: false),
                mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm_2 = table.Column<int>(
                    name: "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
                    nullable: false),
                mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm = table.Column<int>(
                    nullable: false),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_odd", x => new { x.@class, x.first_name_2, x.x });
                table.UniqueConstraint("ak_odd", x => x.first_name_3);
                table.UniqueConstraint(
                    "ak_all",
                    x => new
                    {
                        x.@class,
                        x.Class,
                        x.first_name_2,
                        x.first_name,
                        x.first_name_3,
                        x.first_name_,
                        x._1st,
                        x.__2,
                        x.__3,
                        x.a_b,
                        x.ünï,
                        x.漢字,
                        x.___2,
                        x._ToString_2,
                        x._GetType,
                        x._ToString,
                        x.x,
                        x.table,
                        x.op,
                        x.await,
                        x.var,
                        x.record,
                        x.field,
                        x.value,
                        x.from,
                        x.select,
                        x.nameof,
                        x.dynamic,
                        x.yield,
                        x.async,
                        x.global,
                        x.a_b_2,
                        x.ab,
                        x.a_b_3,
                        x._at,
                        x.__4,
                        x.tab_here,
                        x.line_end,
                        x.back_slash,
                        x._,
                        x.__,
                        x.a_b_4,
                        x.nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn,
                        x.é,
                        x.é,
                        x.mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm_2,
                        x.mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm,
                    });
            });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
