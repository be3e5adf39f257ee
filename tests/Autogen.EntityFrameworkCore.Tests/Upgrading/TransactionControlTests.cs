using Autogen.Upgrading;
using Autogen.Upgrading.Running;
using Xunit;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

public class TransactionControlTests
{
    [Theory]
    [InlineData("COMMIT", "COMMIT")]
    [InlineData("  commit ;", "COMMIT")]
    [InlineData("UPDATE t SET a = 1; COMMIT; UPDATE t SET a = 2", "COMMIT")]
    [InlineData("-- ready\nROLLBACK;", "ROLLBACK")]
    [InlineData("/* one; two */ begin transaction", "BEGIN")]
    [InlineData("start  transaction read only", "START  TRANSACTION")]
    [InlineData("ABORT", "ABORT")]
    [InlineData("ROLLBACK TO here", null)]
    [InlineData("ROLLBACK WORK TO SAVEPOINT here", null)]
    [InlineData("SAVEPOINT here; RELEASE here", null)]
    [InlineData("INSERT INTO t VALUES ('; COMMIT;')", null)]
    [InlineData("COMMENT ON TABLE t IS E'it\\'s; COMMIT'", null)]
    [InlineData("CREATE TABLE \"; commit\" (commitment int)", null)]
    [InlineData("SELECT $$ ; COMMIT $$; /* ; ROLLBACK */ abort", "ABORT")]
    [InlineData("SELECT 1; -- done\n commit", "COMMIT")]
    [InlineData("SELECT U&'; COMMIT;', \"; rollback\"", null)]
    [InlineData("DO $do$ BEGIN PERFORM 1; COMMIT; END $do$", null)]
    [InlineData("CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC SELECT 1; END", null)]
    [InlineData("CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET a = 1; SELECT RAISE(ROLLBACK, 'no'); END", null)]
    public void Finds_what_begins_or_ends_a_transaction(string sql, string? words) => Assert.Equal(words, TransactionControl.Find(sql));
}
