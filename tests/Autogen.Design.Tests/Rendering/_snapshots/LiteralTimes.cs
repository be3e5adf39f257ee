using System;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>times</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Times : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterDatabase()
            .Annotation("A:00", new DateTime(2020, 1, 2, 0, 0, 0, DateTimeKind.Unspecified))
            .Annotation("A:01", new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc))
            .Annotation("A:02", new DateTime(2020, 1, 2, 3, 4, 5, 6, DateTimeKind.Local))
            .Annotation("A:03", new DateTime(2020, 1, 2, 3, 4, 5, 6, 7, DateTimeKind.Utc).AddTicks(8L))
            .Annotation("A:04", new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified))
            .Annotation("A:05", new DateTime(9999, 12, 31, 23, 59, 59, 999, 999, DateTimeKind.Unspecified).AddTicks(9L))
            .Annotation("A:06", new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.Zero))
            .Annotation("A:07", new DateTimeOffset(2020, 1, 2, 3, 4, 5, 6, new TimeSpan(-9, -30, 0)))
            .Annotation("A:08", new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero))
            .Annotation("A:09", new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero).AddTicks(9L))
            .Annotation("A:10", new DateOnly(2020, 2, 29))
            .Annotation("A:11", new TimeOnly(3, 4, 0))
            .Annotation("A:12", new TimeOnly(3, 4, 5, 6, 7))
            .Annotation("A:13", new TimeOnly(123456789L))
            .Annotation("A:14", new TimeOnly(863999999999L))
            .Annotation("A:15", TimeSpan.Zero)
            .Annotation("A:16", new TimeSpan(1, 2, 3))
            .Annotation("A:17", new TimeSpan(1, 2, 3, 4))
            .Annotation("A:18", new TimeSpan(0, -1, -2, -3, -4, -5))
            .Annotation("A:19", TimeSpan.FromTicks(1L))
            .Annotation("A:20", TimeSpan.FromTicks(-9223372036854775808L))
            .Annotation("A:21", TimeSpan.FromTicks(9223372036854775807L));
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
