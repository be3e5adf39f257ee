// A web application with ASP.NET Core Identity. The tables must exist: nothing is created or migrated at start-up.
//
//   dotnet run                 starts the server; GET / answers how many rows each table has
//   dotnet run -- counts       prints them, without a server
//   dotnet run -- fill 100     inserts 100 rows into each table, without a server
//   dotnet run -- create       creates the tables from the model, without revisions (for tests)
//
// The database is named by --database or IDENTITY_DATABASE; see Database.cs. Without it, identity.db in the current folder.

using Identity;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
builder.Services.AddDbContext<AppIdentityContext>(
    options => options.UseDatabase(builder.Configuration["database"] ?? Environment.GetEnvironmentVariable("IDENTITY_DATABASE")));

await using var app = builder.Build();
app.MapGet("/", CountsAsync);

if (args is not [var command, ..] || command.StartsWith('-'))
{
    await app.RunAsync();
    return 0;
}

using var scope = app.Services.CreateScope();
var db = scope.ServiceProvider.GetRequiredService<AppIdentityContext>();

switch (args)
{
    case ["create"]:
        await db.Database.EnsureCreatedAsync();
        return 0;
    case ["counts"]:
        await PrintCountsAsync();
        return 0;
    case ["fill", var rows] when int.TryParse(rows, out var count) && count > 0:
        await Filler.FillAsync(db, count);
        await PrintCountsAsync();
        return 0;
    default:
        Console.Error.WriteLine("Usage: identity [create | counts | fill ROWS]");
        return 2;
}

async Task PrintCountsAsync()
{
    foreach (var (table, rows) in await CountsAsync(db))
        Console.WriteLine($"{table}: {rows}");
}

static async Task<Dictionary<string, int>> CountsAsync(AppIdentityContext db) => new()
{
    ["AspNetUsers"] = await db.Users.CountAsync(),
    ["AspNetRoles"] = await db.Roles.CountAsync(),
    ["AspNetUserRoles"] = await db.UserRoles.CountAsync(),
    ["AspNetUserClaims"] = await db.UserClaims.CountAsync(),
    ["AspNetRoleClaims"] = await db.RoleClaims.CountAsync(),
    ["AspNetUserLogins"] = await db.UserLogins.CountAsync(),
    ["AspNetUserTokens"] = await db.UserTokens.CountAsync(),
};
