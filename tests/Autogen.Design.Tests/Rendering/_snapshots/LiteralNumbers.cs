using System.Globalization;
using System.Numerics;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>numbers</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Numbers : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterDatabase()
            .Annotation("A:00", true)
            .Annotation("A:01", false)
            .Annotation("A:02", (sbyte)-5)
            .Annotation("A:03", (byte)200)
            .Annotation("A:04", (short)-300)
            .Annotation("A:05", (ushort)60000)
            .Annotation("A:06", 1)
            .Annotation("A:07", -1)
            .Annotation("A:08", -2147483648)
            .Annotation("A:09", 2147483647)
            .Annotation("A:10", 7u)
            .Annotation("A:11", 4294967295u)
            .Annotation("A:12", 8L)
            .Annotation("A:13", -9223372036854775808L)
            .Annotation("A:14", 9UL)
            .Annotation("A:15", 18446744073709551615UL)
            .Annotation("A:16", 1.0)
            .Annotation("A:17", -0.5)
            .Annotation("A:18", 1E+300)
            .Annotation("A:19", 1E-300)
            .Annotation("A:20", 0.1)
            .Annotation("A:21", -0.0)
            .Annotation("A:22", double.NaN)
            .Annotation("A:23", double.PositiveInfinity)
            .Annotation("A:24", double.NegativeInfinity)
            .Annotation("A:25", 1.7976931348623157E+308)
            .Annotation("A:26", 5E-324)
            .Annotation("A:27", 1f)
            .Annotation("A:28", -0.1f)
            .Annotation("A:29", 1E+30f)
            .Annotation("A:30", float.NaN)
            .Annotation("A:31", float.PositiveInfinity)
            .Annotation("A:32", float.NegativeInfinity)
            .Annotation("A:33", 0m)
            .Annotation("A:34", 18.50m)
            .Annotation("A:35", -1.5m)
            .Annotation("A:36", 79228162514264337593543950335m)
            .Annotation("A:37", -79228162514264337593543950335m)
            .Annotation("A:38", BigInteger.Parse("-123456789012345678901234567890", CultureInfo.InvariantCulture))
            .Annotation("A:39", BigInteger.Parse("0", CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
