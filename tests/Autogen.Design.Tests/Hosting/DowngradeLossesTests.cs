using Autogen.Commands;
using Autogen.Graph;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.Design.Tests.Hosting;

[Case("W7")]
public class DowngradeLossesTests
{
    [Fact]
    public void Question_names_what_is_lost()
    {
        var question = Question(["aaaa"], op =>
        {
            op.DropTable("orders", schema: "Sales Dept");
            op.DropTable("o'x");
            op.DropColumn("name", "people");
            op.DeleteData("kinds", "id", 1);
            op.AlterColumn<int>("size", "boxes", type: "integer", oldClrType: typeof(long), oldType: "bigint");
            op.AlterColumnType(table: "boxes", column: "depth", type: "integer");
            op.Sql("DELETE FROM x");
            op.Run((_, _) => Task.CompletedTask);
        });
        Assert.Equal(
            "Reverts 1 revision, to aaaa; drops tables 'Sales Dept.orders', 'o'x' with all rows; "
                + "drops column 'people.name' with all values; deletes rows of table 'kinds'; "
                + "changes the type of columns 'boxes.size', 'boxes.depth'; runs SQL of its own; "
                + "runs code of its own. Go on?",
            question);
    }

    [Fact]
    public void Operations_outside_of_a_transaction_count()
        => Assert.Contains(
            "drops table 't'",
            Question(["aaaa"], op => op.Autocommit(inner => inner.DropTable("t"))),
            StringComparison.Ordinal);

    [Fact]
    public void Many_names_are_counted()
        => Assert.Contains(
            "'t8' and 3 more with all rows",
            Question(["aaaa"], op => Enumerable.Range(1, 11).ToList().ForEach(number => op.DropTable($"t{number}"))),
            StringComparison.Ordinal);

    [Fact]
    public void Downgrade_that_loses_nothing_is_asked_about_only_if_it_goes_to_the_base()
    {
        static void DropIndex(MigrationBuilder op) => op.DropIndex("ix", "t");
        Assert.Null(Question(["aaaa"], DropIndex));
        Assert.Equal("Reverts 1 revision, to <base>. Go on?", Question([], DropIndex));
    }

    private static string? Question(string[] after, Action<MigrationBuilder> body)
    {
        var op = new MigrationBuilder("any");
        body(op);
        var step = new RevisionStep(new RevisionNode("bbbb", [.. after]), StepDirection.Downgrade, after, []);
        return DowngradeLosses.Of(op.Operations).Question([step]);
    }
}
