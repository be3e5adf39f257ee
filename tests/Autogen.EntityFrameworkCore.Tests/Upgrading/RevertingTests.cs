using Autogen.EntityFrameworkCore.Tests.Upgrading;
using Autogen.Graph;
using Autogen.Schema;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

// Not below the other revisions' namespace.
namespace Autogen.EntityFrameworkCore.Tests.Reverting;

public class RevertingTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task A_revision_that_took_tables_over_does_not_drop_them(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE t (id integer); INSERT INTO t VALUES (1)");
        await using (var context = new DbContext(database.Options))
            await Upgrader(context).StampAsync(["taken0000000"], purge: false, CancellationToken.None);
        await using (var context = new DbContext(database.Options))
        {
            var refused = await Assert.ThrowsAsync<AutogenException>(
                () => Upgrader(context).DowngradeAsync("base", CancellationToken.None));
            Assert.Equal(ErrorCode.AdoptedTables, refused.Code);
            Assert.Contains("'dotnet autogen stamp base'", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(
            1L, Convert.ToInt64(await database.ScalarAsync("SELECT count(*) FROM t"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgresql")]
    public async Task What_it_made_itself_it_drops(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var context = new DbContext(database.Options);
        await Upgrader(context).UpgradeAsync("head", CancellationToken.None);
        Assert.Single(await Upgrader(context).DowngradeAsync("base", CancellationToken.None));
    }

    [Fact]
    public void An_exception_of_a_revision_is_reported_with_its_name()
    {
        var thrown = Assert.Throws<AutogenException>(
            () => RevisionSet.From(typeof(Throwing).Assembly, new HashSet<string> { "throwing0000" }).OperationsOf(
                "throwing0000", StepDirection.Upgrade, "x"));
        Assert.Equal(ErrorCode.RevisionInvalid, thrown.Code);
        Assert.Equal(
            "Revision throwing0000 (Autogen.EntityFrameworkCore.Tests.Reverting.Throwing): its Upgrade can't say what it does: "
                + "no such thing",
            thrown.Message);
    }

    private static Upgrader Upgrader(DbContext context)
        => new(
            context,
            RevisionSet.From(typeof(Taken).Assembly, new HashSet<string> { "taken0000000" }),
            new UpgradeOptions(),
            SilentProgress.Instance);
}

[Revision("taken0000000", Adopted = true)]
internal sealed class Taken : Revision
{
    public override void Upgrade(MigrationBuilder op) => op.CreateTable("t", table => new { id = table.Column<int>() });

    public override void Downgrade(MigrationBuilder op) => op.DropTable("t");
}

[Revision("throwing0000")]
internal sealed class Throwing : Revision
{
    public override void Upgrade(MigrationBuilder op) => throw new InvalidOperationException("no such thing");

    public override void Downgrade(MigrationBuilder op)
    {
    }
}
