using Autogen.Commands;
using Autogen.Messages;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Design.Tests.Hosting;

public class ConnectionOverrideTests
{
    [Theory]
    [InlineData("postgresql", "Data Source=foo.db", "It is a connection string for SQLite, but DbContext uses Npgsql")]
    [InlineData("postgresql", "Filename=foo.db", "It is a connection string for SQLite, but DbContext uses Npgsql")]
    [InlineData("postgresql", "Nonsense=1", "Correct it for Npgsql")]
    [InlineData(
        "sqlite",
        "Host=localhost;Database=shop",
        "It is a connection string for PostgreSQL, but DbContext uses Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData(
        "sqlite", "User ID=me", "It is a connection string for PostgreSQL, but DbContext uses Microsoft.EntityFrameworkCore.Sqlite")]
    [InlineData("sqlite", "Nonsense=1", "Correct it for Microsoft.EntityFrameworkCore.Sqlite")]
    public void Connection_string_of_another_provider_is_named(string kind, string connection, string expected)
    {
        var options = kind == "sqlite"
            ? new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options
            : new DbContextOptionsBuilder().UseNpgsql("Host=localhost").Options;
        using var context = new DbContext(options);
        var project = new ProjectRequest
        {
            ToolVersion = "",
            Assembly = "",
            StartupAssembly = "",
            Connection = connection,
        };
        var refused = Assert.Throws<AutogenException>(() => ConnectionOverride.Apply(context, project));
        Assert.Equal(ErrorCode.ConnectionInvalid, refused.Code);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }
}
