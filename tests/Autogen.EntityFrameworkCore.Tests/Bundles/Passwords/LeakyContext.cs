using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Autogen.EntityFrameworkCore.Tests.Bundles.Passwords;

/// <summary>A context of an application that is careless with its connection string.</summary>
public sealed class LeakyContext(string? connection) : DbContext
{
    public static string Connection { get; set; } = "";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => _ = connection?.StartsWith("Data Source", StringComparison.Ordinal) == true
            ? optionsBuilder.UseSqlite(connection)
            : optionsBuilder.UseNpgsql(connection);

    internal sealed class Factory : IDesignTimeDbContextFactory<LeakyContext>
    {
        public LeakyContext CreateDbContext(string[] args) => args[0] switch
        {
            "throw" => throw new InvalidOperationException($"The database at {Connection} is not mine"),
            "throw quoted" => throw new InvalidOperationException($"The database '{Connection}' is not mine; ask x=1."),
            _ => new LeakyContext(args[0] == "lite" ? "Data Source=:memory:" : null),
        };
    }
}

[Revision("leak00000001")]
public sealed class Moods : Revision
{
    public override void Upgrade(MigrationBuilder op)
    {
        op.Sql("CREATE TYPE mood AS ENUM ('sad','ok')");
        op.Sql("CREATE TABLE orders (id int DEFAULT 1, \"a b\" text DEFAULT '%@:;=''\"', password text DEFAULT 'Password=sad;Host=h')");
    }

    public override void Downgrade(MigrationBuilder op) => op.Sql("DROP TABLE orders; DROP TYPE mood");
}

[Revision("leak00000002", Revises = "leak00000001")]
public sealed class Telling : Revision
{
    public override void Upgrade(MigrationBuilder op)
        => op.Sql($"SELECT dblink_connect('{LeakyContext.Connection.Replace("'", "''", StringComparison.Ordinal)}')");

    public override void Downgrade(MigrationBuilder op) => op.Sql("SELECT 1");
}

[Revision("leak00000003", Revises = "leak00000001")]
public sealed class Throwing : Revision
{
    public override void Upgrade(MigrationBuilder op) => throw new InvalidOperationException($"I do not like {LeakyContext.Connection}");

    public override void Downgrade(MigrationBuilder op) => op.Sql("SELECT 1");
}
