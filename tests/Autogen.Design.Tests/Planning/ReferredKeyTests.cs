using Autogen.Schema.Objects;
using Autogen.Testing;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Planning;

/// <summary>Foreign keys and the unique index that they rest on: the index first when they are made, the key first when they go.</summary>
public class ReferredKeyTests
{
    private static readonly TableIndex Unique = Index("ux", "code") with { IsUnique = true };
    private static readonly ForeignKey Key = ForeignKey("fk", "code", "z parents", "code");

    private static Table Parents(params TableIndex[] indexes) => Keyed("z parents", Column("code", "TEXT")) with { Indexes = [.. indexes] };

    private static Table Children(params ForeignKey[] keys) => Keyed("children", Column("code", "TEXT")) with { ForeignKeys = [.. keys] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Case("R14")]
    public void Index_is_created_before_the_key_and_dropped_after_it(bool onServer)
    {
        var (without, with) = (Database(Parents(), Children()), Database(Parents(Unique), Children(Key)));
        var (up, down) = onServer
            ? (Operations.OnPostgreSql(TinyDiff.Of(without, with)), Operations.OnPostgreSql(TinyDiff.Back(without, with)))
            : (Operations.OnSqlite(TinyDiff.Of(without, with)), Operations.OnSqlite(TinyDiff.Back(without, with)));
        Assert.Equal("CreateIndex unique ux on z parents (code)\nAddForeignKey children fk (code) -> z parents (code)", up.Text());
        Assert.Equal("DropForeignKey fk on children\nDropIndex ux on z parents", down.Text());
    }

    [Fact]
    [Case("R14")]
    public async Task Index_that_changes_takes_along_the_keys_that_depend_on_it_and_no_others()
    {
        var other = Index("other", "code") with { IsUnique = true };
        var changed = Unique with { IncludedColumns = ["id"] };
        var current = Database(
            Parents(Unique, other),
            Children(Key with { RestsOn = new("ux") }),
            Keyed("more", Column("code", "TEXT")) with { ForeignKeys = [Key with { Name = "fk_more", RestsOn = new("other") }] });
        var target = current with { Tables = [current.Tables[0], current.Tables[1], Parents(changed, other)] };
        await using var run = await PostgreSqlRun.StartAsync(current);
        var plan = Operations.OnPostgreSql(TinyDiff.Of(current, target));
        Assert.Equal(["DropForeignKey fk on children", "DropIndex ux on z parents"], plan.Text().Split('\n').Take(2));
        Assert.DoesNotContain("fk_more", plan.Text(), StringComparison.Ordinal);
        await run.ApplyAsync(plan);
        Assert.Equal("2", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"));
    }

    [Fact]
    [Case("R14")]
    public async Task Tables_with_such_a_key_to_each_other_and_themselves_are_made_dropped_and_made_again()
    {
        var parents = Parents(Unique) with { ForeignKeys = [Key with { Name = "fk_self" }] };
        var target = Database(parents, Children(Key), Keyed("unlike") with
        {
            UniqueConstraints = [new("uq", ["id"]) { NullsDistinct = true, Deferrability = Deferrability.InitiallyDeferred }]
        });
        await using var run = await PostgreSqlRun.StartAsync(DatabaseSchema.Empty);
        await run.GoAndReturnAsync(DatabaseSchema.Empty, target);
        Assert.Equal("2", await run.QueryAsync("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"));
    }
}
