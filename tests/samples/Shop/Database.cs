using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shop.Model;

namespace Shop;

/// <summary>Chooses the database by the text in SHOP_DATABASE.</summary>
internal static class Database
{
    /// <summary>
    /// PostgreSQL: <c>postgresql://user:pw@host:port/db</c> or <c>Host=…</c>.
    /// SQLite: <c>sqlite:///relative.db</c>, <c>sqlite:////absolute.db</c> or <c>Data Source=…</c>.
    /// </summary>
    public static DbContextOptionsBuilder UseDatabase(this DbContextOptionsBuilder options, string? database)
    {
        if (string.IsNullOrWhiteSpace(database))
            return options.UseSqlite("Data Source=shop.db");

        if (database.StartsWith("postgresql://", StringComparison.Ordinal))
            return options.UsePostgres(FromUrl(new Uri(database)));

        if (database.StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            return options.UsePostgres(database);

        if (database.StartsWith("sqlite:///", StringComparison.Ordinal))
            return options.UseSqlite("Data Source=" + database["sqlite:///".Length..]);

        return options.UseSqlite(database);
    }

    private static DbContextOptionsBuilder UsePostgres(this DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, npgsql => npgsql.MapEnum<OrderStatus>("order_status"));

    private static string FromUrl(Uri url)
    {
        var user = url.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.Port > 0 ? url.Port : 5432,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0)
            builder.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1)
            builder.Password = Uri.UnescapeDataString(user[1]);
        return builder.ConnectionString;
    }
}
