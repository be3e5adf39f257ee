// Upgrades its database and ends, as an application does before it serves. RACE_DATABASE is the connection string.
//
//   dotnet Race.dll [SCHEMA]     the schema of the version table, where the application names it

using Autogen;
using Autogen.Schema;
using Race;

try
{
    await using var context = new RaceContext();
    var options = new UpgradeOptions { VersionTableSchema = args is [var schema] ? schema : null, LockTimeout = TimeSpan.FromMinutes(2) };
    await context.Database.UpgradeAsync("head", options);
    return 0;
}
catch (AutogenException exception)
{
    Console.Error.WriteLine($"AG{(int)exception.Code:0000} {exception.Message}");
    return 1;
}
