using Autogen.Design.Environments;
using Autogen.Design.Planning;
using Autogen.Design.Tests.Planning;
using Autogen.Operations;
using Autogen.Schema;
using Autogen.Schema.Comparison;
using Autogen.Schema.Objects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using static Autogen.Design.Tests.Planning.Make;

namespace Autogen.Design.Tests.Environments;

public class ReviewTests
{
    private static readonly DatabaseSchema Current = Database(Keyed("old"), Keyed("t", Column("Gön e"), Column("kept")));
    private static readonly DatabaseSchema Target = Database(
        Keyed("t", Column("kept"), Column("new", nullable: true)) with { Indexes = [Index("ix", "kept")] });

    [Fact]
    public void Without_a_change_everything_stays_as_it_was()
    {
        var found = Found();
        var reviewed = Review(found, _ => { });
        Assert.Equal(found.Upgrade, reviewed.Upgrade);
        Assert.Equal(found.Downgrade, reviewed.Downgrade);
        Assert.Equal(found.Diff.Changes, reviewed.Diff.Changes);
        Assert.Empty(reviewed.Unexplained);
    }

    [Fact]
    public void A_removed_operation_is_no_longer_a_difference()
    {
        var reviewed = Review(Found(), review => Assert.Equal(3, review.Remove(operation =>
            operation is DropColumnOperation { Name: "Gön e" } or AddColumnOperation { Name: "Gön e" } or CreateIndexOperation)));
        Assert.Equal("DropTableOperation, AddColumnOperation", Names(reviewed.Upgrade));
        Assert.DoesNotContain(reviewed.Downgrade, planned => planned.Operation is AddColumnOperation { Name: "Gön e" });
        Assert.Equal(
            ["removed table 'old'", "added column 't.new' text"],
            reviewed.Diff.Changes.SelectMany(ChangeText.Lines).Select(line => line.Text));
    }

    [Fact]
    public void When_all_is_removed_nothing_differs()
    {
        var reviewed = Review(Found(), review => review.Upgrade.Clear());
        Assert.True(reviewed.Diff.IsEmpty);
        Assert.Empty(reviewed.Unexplained);
    }

    [Fact]
    public void An_operation_that_takes_another_ones_place_keeps_the_difference_and_one_that_is_added_is_named()
    {
        var statement = new SqlOperation { Sql = "ANALYZE" };
        var reviewed = Review(Found(), review =>
        {
            var index = review.Upgrade.IndexOf(review.Upgrade.OfType<AddColumnOperation>().Single());
            review.Upgrade[index] = new AddColumnOperation
            {
                Table = "t",
                Name = "new",
                ClrType = typeof(string),
                ColumnType = "varchar(9)",
                IsNullable = true
            };
            review.Upgrade.Add(statement);
        });
        Assert.Contains(reviewed.Diff.Changes, change => change is Added<Column>);
        Assert.Equal(2, reviewed.Unexplained.Count);
        Assert.Same(statement, reviewed.Upgrade[^1].Operation);
        Assert.Empty(reviewed.Upgrade[^1].Risks);
    }

    [Fact]
    public void An_operation_keeps_its_comment_wherever_it_is_moved()
    {
        var reviewed = Review(Found(), review =>
        {
            var drop = review.Upgrade.OfType<DropTableOperation>().Single();
            review.Upgrade.Remove(drop);
            review.Upgrade.Add(drop);
        });
        Assert.Equal(RiskKind.DataLoss, Assert.Single(reviewed.Upgrade[^1].Risks).Kind);
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "FillColumnOperation, AlterColumnOperation")]
    public void Statements_beside_an_operation_go_with_it_unless_another_takes_its_place(bool replaced, string left)
    {
        var (current, target) = (Database(Keyed("t", Column("a", nullable: true))), Database(Keyed("t", Column("a"))));
        Assert.Equal("FillColumnOperation, AlterColumnOperation", Names(Found(current, target).Upgrade));
        var reviewed = Review(Found(current, target), review =>
        {
            review.Upgrade.Remove(review.Upgrade.OfType<AlterColumnOperation>().Single());
            if (replaced)
                review.Upgrade.Add(new AlterColumnOperation { Table = "t", Name = "a" });
        });
        Assert.Equal(left, Names(reviewed.Upgrade));
        Assert.Equal(!replaced, reviewed.Diff.IsEmpty);
    }

    [Fact]
    public void Operations_that_EF_Core_does_not_have_are_reviewed_like_its_own()
    {
        var mood = new EnumType(new ObjectName("mood"), ["ok"]);
        var current = Database(Keyed("t", Column("a"))) with { EnumTypes = [mood] };
        var index = Index("ix", "a") with { Parts = [new IndexPart { Expression = new SqlExpression("lower(a)") }] };
        var target = Database(Keyed("t", Column("a"), Column("b", nullable: true)) with { Indexes = [index] }) with
        {
            EnumTypes = [mood with { Labels = ["ok", "sad"] }]
        };
        Assert.Equal(
            "AddEnumValueOperation, AddColumnOperation, CreateExpressionIndexOperation", Names(Found(current, target).Upgrade));
        var reviewed = Review(
            Found(current, target),
            review => review.Remove(operation => operation is AddEnumValueOperation or CreateExpressionIndexOperation));
        Assert.Equal(["added column 't.b' text"], reviewed.Diff.Changes.SelectMany(ChangeText.Lines).Select(line => line.Text));
    }

    [Fact]
    public void Tables_of_one_name_in_two_schemas_are_distinguished()
    {
        var (current, target) =
            (Database(Keyed("a.t"), Keyed("b.t")) with { Schemas = ["a", "b"] }, Database() with { Schemas = ["a", "b"] });
        var reviewed = Review(
            Found(current, target), review => review.Remove(operation => operation is DropTableOperation { Schema: "a" }));
        Assert.Equal(["removed table 'b.t'"], reviewed.Diff.Changes.SelectMany(ChangeText.Lines).Select(line => line.Text));
    }

    [Fact]
    public void A_rename_that_is_removed_is_not_a_difference_any_more()
    {
        var (current, target) = (Database(Keyed("t", Column("old"), Column("x"))), Database(Keyed("t", Column("new"))));
        var reviewed = Review(
            Found(current, target, "t.old=new"), review => review.Remove(operation => operation is RenameColumnOperation));
        Assert.Equal(["removed column 't.x' text NOT NULL"], reviewed.Diff.Changes.SelectMany(ChangeText.Lines).Select(line => line.Text));
    }

    [Fact]
    public void The_command_line_reaches_it()
    {
        string? tenant = null;
        Review(Found(), review => tenant = $"{review.Run.Command} {review.X["tenant"]}");
        Assert.Equal("check blue", tenant);
    }

    [Fact]
    public void A_null_among_the_operations_is_refused()
    {
        var refused = Assert.Throws<AutogenException>(() => Review(Found(), review => review.Downgrade[0] = null!));
        Assert.Equal(ErrorCode.EnvironmentInvalid, refused.Code);
        Assert.Contains("Saying.Review put a null", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_exception_is_reported_with_its_name()
    {
        var thrown = new InvalidOperationException("no tenant");
        var refused = Assert.Throws<AutogenException>(() => Review(Found(), _ => throw thrown));
        Assert.Equal(ErrorCode.EnvironmentInvalid, refused.Code);
        Assert.Equal(
            "Autogen.Design.Tests.Environments.Saying.Review threw InvalidOperationException: no tenant. --verbose shows where.",
            refused.Message);
        Assert.Same(thrown, refused.InnerException);
    }

    private static AutogenerateResult Found() => Found(Current, Target);

    private static AutogenerateResult Found(DatabaseSchema current, DatabaseSchema target, params string[] renames)
    {
        var (upgrade, downgrade) = (TinyDiff.Of(current, target, renames), TinyDiff.Back(current, target, renames));
        return new AutogenerateResult(
            upgrade, Planning.Operations.OnPostgreSql(upgrade), Planning.Operations.OnPostgreSql(downgrade), [], null);
    }

    private static AutogenerateResult Review(AutogenerateResult found, Action<OperationsReview> review)
    {
        using var context = new DbContext(new DbContextOptionsBuilder().Options);
        var run = new EnvironmentRun("check", new Dictionary<string, string>(StringComparer.Ordinal) { ["tenant"] = "blue" }, context);
        var environment = new ProjectEnvironment(new Saying { Reviews = review });
        environment.Begin(run);
        return Reviewing.Apply(found, environment);
    }

    private static string Names(IEnumerable<PlannedOperation> operations)
        => string.Join(", ", operations.Select(planned => planned.Operation.GetType().Name));
}
