using Autogen.Design.Rendering;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Tests.Rendering;

public class UnwritableTests
{
    [Fact]
    public void An_operation_that_nobody_knows_is_refused_by_name()
    {
        var problem = Refused(new TruncateOperation { Table = "orders" });
        Assert.Contains("Truncate on 'orders'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("by hand", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_derived_from_one_of_EF_Cores_is_not_written_as_that()
    {
        var problem = Refused(new EncryptedColumnOperation { Name = "iban", Table = "customers", ClrType = typeof(string) });
        Assert.Contains("'iban' on 'customers'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_an_unknown_type_is_refused_with_the_column_and_the_way_out()
    {
        var problem = Refused(new AddColumnOperation
        {
            Name = "area",
            Table = "fields",
            ClrType = typeof(string),
            DefaultValue = new System.Text.StringBuilder("x")
        });
        Assert.Contains("'area' on 'fields'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("System.Text.StringBuilder", problem.Message, StringComparison.Ordinal);
        Assert.Contains("HasDefaultValueSql", problem.Message, StringComparison.Ordinal);
        Assert.Equal("AddColumn 'area' on 'fields'", problem.Details["operation"]);
    }

    [Fact]
    public void A_type_that_a_revision_can_not_see_is_refused()
    {
        var problem = Refused(new AddColumnOperation { Name = "a", Table = "t", ClrType = typeof(Hidden) });
        Assert.Contains(nameof(Hidden), problem.Message, StringComparison.Ordinal);
        Assert.Contains("not public", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_constraint_without_a_name_is_refused(string? name)
    {
        var problem = Refused(new AddUniqueConstraintOperation { Name = name!, Table = "t", Columns = ["a"] });
        Assert.Contains("'name'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constraint_on_a_column_that_the_new_table_lacks_is_refused()
    {
        var table = new CreateTableOperation
        {
            Name = "t",
            PrimaryKey = new AddPrimaryKeyOperation { Name = "pk", Table = "t", Columns = ["nowhere"] }
        };
        Assert.Contains("'nowhere'", Refused(table).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_for_half_of_an_update_are_refused()
    {
        var problem = Refused(new UpdateDataOperation
        {
            Table = "t",
            KeyColumns = ["id"],
            KeyColumnTypes = ["integer"],
            KeyValues = new object[,] { { 1 } },
            Columns = ["a"],
            Values = new object[,] { { 2 } },
        });
        Assert.Contains("UpdateData on 't'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n ")]
    public void Sql_without_text_is_refused(string sql)
        => Assert.Contains("empty", Refused(new SqlOperation { Sql = sql }).Message, StringComparison.Ordinal);

    private static AutogenException Refused(MigrationOperation operation)
    {
        var problem = Assert.Throws<AutogenException>(() => RevisionRenderer.RenderBody(RenderingCase.Plain(operation)));
        Assert.Equal(ErrorCode.OperationNotSupported, problem.Code);
        return problem;
    }

    private enum Hidden
    {
        One,
    }

    private sealed class TruncateOperation : MigrationOperation, ITableMigrationOperation
    {
        public string? Schema { get; init; }

        public required string Table { get; init; }
    }

    private sealed class EncryptedColumnOperation : AddColumnOperation;
}
