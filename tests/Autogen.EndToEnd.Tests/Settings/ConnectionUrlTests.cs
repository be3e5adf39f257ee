using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.EndToEnd.Tests.Settings;

public class ConnectionUrlTests
{
    [Theory]
    [Case("W9")]
    [InlineData("sqlite:///shop.db", "Data Source=shop.db")]
    [InlineData("sqlite:///shop.db?", "Data Source=shop.db")]
    [InlineData("sqlite:////a%20b/shop.db?mode=ro", "Data Source=\"/a b/shop.db\";Mode=ReadOnly")]
    [InlineData("sqlite:///shop.db?MODE=rw&cache=shared", "Data Source=shop.db;Mode=ReadWrite;Cache=Shared")]
    [InlineData("sqlite:///?mode=memory", "Data Source=:memory:;Mode=Memory")]
    [InlineData("sqlite:///shop.db?foreign_keys=true&default_timeout=5", "Data Source=shop.db;Foreign Keys=true;Default Timeout=5")]
    public void Parameters_of_a_SQLite_URL_are_honoured(string url, string connection)
        => Assert.Equal(connection, ConnectionUrl.Parse(url, "--connection").ConnectionString, ignoreCase: true);

    [Theory]
    [Case("W9")]
    [InlineData("sqlite:///shop.db?nolock=1", "no parameter 'nolock'")]
    [InlineData("sqlite:///shop.db?mode=readonly!", "not 'readonly!'")]
    [InlineData("sqlite:///shop.db?mode", "not ''")]
    [InlineData("sqlite:///shop.db?sslmode=require", "no parameter 'sslmode'")]
    public void Parameters_that_mean_nothing_are_refused(string url, string reason)
    {
        var refused = Assert.Throws<AutogenException>(() => ConnectionUrl.Parse(url, "AUTOGEN_URL"));
        Assert.Equal(ErrorCode.ConnectionInvalid, refused.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Contains("AUTOGEN_URL", refused.Message, StringComparison.Ordinal);
    }
}
