using Autogen.Drivers.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>Computed columns between two rebuilds of a SQLite table.</summary>
[Case("F3")]
public class RecomputedColumnsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Column_computed_from_a_dropped_one_waits_for_its_new_expression(bool isStored)
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await database.ExecuteAsync(
            $"""
            CREATE TABLE t (
                id INTEGER PRIMARY KEY, a TEXT, b TEXT,
                "do uble" TEXT AS ("a" || 'x') {(isStored ? "STORED" : "")} NOT NULL, other AS (b || 'a'));
            INSERT INTO t (a, b) VALUES ('1', '2'), ('3', '4')
            """);
        Revisions.First.Value = op =>
        {
            op.DropColumn("a", "t");
            op.RenameColumn("b", "t", "a");
            op.AddColumn<string>("b", "t", "TEXT", nullable: false, defaultValue: "5");
            op.RenameColumn("do uble", "t", "triple");
            op.AlterColumn<string>("triple", "t", "TEXT", nullable: true, computedColumnSql: "\"b\" || 'y'", stored: isStored);
        };
        await database.UpgradeAsync("first0000000");
        var rows = await database.ScalarAsync("SELECT group_concat(a || ',' || b || ',' || triple || ',' || other, '|') FROM t");
        Assert.Equal("2,5,5y,2a|4,5,5y,4a", rows);
    }

    [Fact]
    public void Later_operations_name_them_as_they_are_called_before()
    {
        MigrationOperation[] later =
        [
            new RenameColumnOperation { Table = "T", Name = "a", NewName = "b" },
            new AlterColumnOperation { Table = "t", Name = "B", ClrType = typeof(int) },
            new DropColumnOperation { Table = "t", Name = "c" },
            new DropColumnOperation { Table = "other", Name = "d" },
        ];
        Assert.Equal(["a", "c"], RecomputedColumns.Of("t", later).Order(StringComparer.Ordinal));
    }
}
