using System;
using System.Collections.Generic;
using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json;
using Autogen;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shop.Revisions;

/// <summary>texts</summary>
[Revision("ae1027a6acf0", Revises = "1975ea83b712", Created = "2026-11-20T19:54:04Z")]
public sealed class Texts : Revision
{
    /// <inheritdoc/>
    public override void Upgrade(MigrationBuilder op)
    {
        op.AlterDatabase()
            .Annotation("A:00", "")
            .Annotation("A:01", "plain")
            .Annotation("A:02", """a "quoted" word""")
            .Annotation("A:03", "\"edges\"")
            .Annotation("A:04", """back\slash""")
            .Annotation("A:05", "tab\tand \0 null")
            .Annotation(
                "A:06",
                """
                two
                lines
                """)
            .Annotation(
                "A:07",
                "carriage\r\n" +
                "return")
            .Annotation("A:08", "ünïcödé 漢字 😀")
            .Annotation("A:09", "half \ud83d pair")
            .Annotation("A:10", "\u202eturned")
            .Annotation("A:11", "\u2028separator")
            .Annotation("A:12", "\ufefffirst")
            .Annotation("A:13", "\u200bzero width")
            .Annotation("A:14", "{braces} {0}")
            .Annotation("A:15", """""many """" quotes""""")
            .Annotation("A:16", "$\"x\"")
            .Annotation("A:17", "á")
            .Annotation("A:18", 'a')
            .Annotation("A:19", '\'')
            .Annotation("A:20", '"')
            .Annotation("A:21", '\\')
            .Annotation("A:22", '\n')
            .Annotation("A:23", '\0')
            .Annotation("A:24", '\u202e')
            .Annotation("A:25", '\ud83d')
            .Annotation("A:26", 'é')
            .Annotation("A:27", new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"))
            .Annotation("A:28", new Guid("00000000-0000-0000-0000-000000000000"))
            .Annotation("A:29", new Uri("https://example.org/a b?c=\"d\"", UriKind.RelativeOrAbsolute))
            .Annotation("A:30", new Uri("relative/é", UriKind.RelativeOrAbsolute))
            .Annotation("A:31", new Version("1.2.3"))
            .Annotation("A:32", IPAddress.Parse("192.168.0.1"))
            .Annotation("A:33", IPAddress.Parse("2001:db8::1"))
            .Annotation("A:34", PhysicalAddress.Parse("001122334455"))
            .Annotation("A:35", JsonDocument.Parse("{\"a\": [1, \"x\\n\"]}"))
            .Annotation("A:36", DBNull.Value)
            .Annotation("A:37", typeof(string))
            .Annotation("A:38", typeof(List<int?>))
            .Annotation("A:39", typeof(int[][,]))
            .Annotation("A:40", typeof(Environment.SpecialFolder))
            .Annotation("A:41", typeof(JsonElement.ArrayEnumerator));
    }

    /// <inheritdoc/>
    public override void Downgrade(MigrationBuilder op)
    {
    }
}
