using System;
using System.IO;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>enums</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Enums : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterDatabase()
            .Annotation("A:00", ReferentialAction.Cascade)
            .Annotation("A:01", DayOfWeek.Monday)
            .Annotation("A:02", (DayOfWeek)42)
            .Annotation("A:03", (DayOfWeek)(-1))
            .Annotation("A:04", (FileAttributes)34)
            .Annotation("A:05", Environment.SpecialFolder.Desktop);
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
