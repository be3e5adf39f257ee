using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering.Cases;

/// <summary>Names that are no identifiers, or would be misunderstood as such.</summary>
internal static class NameCases
{
    private static readonly string[] Columns =
    [
        "class", "Class", "first name", "first_name", "first-name", "first name ", "1st", "", " ", "\"", "a\"b", "ünï", "漢字", "😀",
        "ToString", "GetType", "_ToString", "x", "table", "op",
        "await", "var", "record", "field", "value", "from", "select", "nameof", "dynamic", "yield", "async", "global", "a\u00adb", "ab",
        "a\u200cb", "@at", "$", "tab\there", "line\nend",
        "back\\slash", "_", "__", "a.b", new string('n', 63), "e\u0301", "é", new string('m', 200), new string('m', 128),
    ];

    internal static IReadOnlyList<RenderingCase> All =>
    [
        RenderingCase.Of("OddColumns", "odd columns", RenderingCase.Plain(OddTable)),
        RenderingCase.Of("OddNames", "odd names", RenderingCase.Built(op =>
        {
            op.DropTable("Order Details", "My \"Schema\"");
            op.RenameColumn("select", "from", "order by", "group");
            op.DropIndex("ix\nline", "tab\tle");
            op.AddPrimaryKey("pk ünï 😀", "漢字", ["a\"b", "c\\d"]);
        })),
    ];

    private static CreateTableOperation OddTable
    {
        get
        {
            // The builder takes no empty name, and says so: no database has one.
            string[] columns = [.. Columns.Where(c => c.Length > 0)];
            var table = new CreateTableOperation { Name = "odd" };
            table.Columns.AddRange(columns.Select(c => new AddColumnOperation { Name = c, Table = "odd", ClrType = typeof(int) }));
            table.PrimaryKey = new AddPrimaryKeyOperation { Name = "pk_odd", Table = "odd", Columns = ["class", "first name", "x"] };
            table.UniqueConstraints.Add(new AddUniqueConstraintOperation { Name = "ak_odd", Table = "odd", Columns = ["first-name"] });
            table.UniqueConstraints.Add(new AddUniqueConstraintOperation { Name = "ak_all", Table = "odd", Columns = [.. columns] });
            return table;
        }
    }
}
