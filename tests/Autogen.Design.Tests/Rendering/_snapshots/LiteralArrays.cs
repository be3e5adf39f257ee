#nullable enable

using System;
using System.Collections.Generic;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>arrays</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Arrays : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterDatabase()
            .Annotation("A:00", Array.Empty<byte>())
            .Annotation("A:01", new byte[] { 0, 1, 255 })
            .Annotation("A:02", Convert.FromHexString("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F2021222324252627"))
            .Annotation("A:03", Array.Empty<string>())
            .Annotation("A:04", new[] { "a", "b" })
            .Annotation("A:05", new string?[] { "a", null })
            .Annotation("A:06", new[] { 1, 2 })
            .Annotation("A:07", new int?[] { 1, null })
            .Annotation("A:08", new short[] { 1, -2 })
            .Annotation("A:09", new[] { 1.0, double.NaN })
            .Annotation("A:10", new[] { 1.5m })
            .Annotation("A:11", new[] { DayOfWeek.Friday })
            .Annotation("A:12", new[] { new Guid("00000000-0000-0000-0000-000000000000") })
            .Annotation("A:13", new object[] { 1, "a", 2L, (short)3 })
            .Annotation("A:14", new object?[] { null })
            .Annotation("A:15", new[] { new[] { 1, 2 }, new[] { 3 } })
            .Annotation(
                "A:16",
                new int[,]
                {
                    { 1, 2 },
                    { 3, 4 },
                })
            .Annotation(
                "A:17",
                new int[,,]
                {
                    { { 1 }, { 2 } },
                })
            .Annotation("A:18", new int[0, 3])
            .Annotation("A:19", new List<string> { "a" })
            .Annotation("A:20", new List<int>())
            .Annotation("A:21", new List<int?> { 1, null })
            .Annotation("A:22", new[] { new string?[] { "a", null } })
            .Annotation(
                "A:23",
                new[]
                {
                    "an item with a rather long text, number 1",
                    "an item with a rather long text, number 2",
                    "an item with a rather long text, number 3",
                    "an item with a rather long text, number 4",
                    "an item with a rather long text, number 5",
                    "an item with a rather long text, number 6",
                    "an item with a rather long text, number 7",
                    "an item with a rather long text, number 8",
                    "an item with a rather long text, number 9",
                    "an item with a rather long text, number 10",
                    "an item with a rather long text, number 11",
                    "an item with a rather long text, number 12",
                });
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
