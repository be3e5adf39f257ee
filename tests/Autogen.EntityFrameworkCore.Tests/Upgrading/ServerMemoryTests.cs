using Autogen.Schema;
using Autogen.Upgrading;
using Npgsql;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

[Case("R1")]
public class ServerMemoryTests
{
    [Fact]
    public void A_full_lock_table_is_reported_with_the_setting_that_enlarges_it()
    {
        using var connection = new NpgsqlConnection("Host=localhost");
        var full = new PostgresException("out of shared memory", "ERROR", "ERROR", "53200");
        var explained = DatabaseErrors.Explain(full, connection);
        Assert.Equal(ErrorCode.ServerOutOfMemory, explained?.Code);
        Assert.Contains("max_locks_per_transaction", explained?.Message, StringComparison.Ordinal);
    }
}
