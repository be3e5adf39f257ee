using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Fleets;

/// <summary>A database of a fleet.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Connection">Its connection string, as the provider takes it; <see langword="null"/> where there is a problem.</param>
/// <param name="Home">The same without the schema.</param>
/// <param name="Server">The server, whose connections are limited.</param>
/// <param name="Place">Identifies the database: two that are equal are one.</param>
/// <param name="Schema">The schema of its tables, where the fleet's databases are schemas.</param>
/// <param name="Problem">Why it can't be reached at all.</param>
internal sealed record FleetMember(
    string Name, string? Connection, string? Home, string Server, string? Place, string? Schema, AutogenException? Problem)
{
    /// <summary>A text without the passwords of its connection.</summary>
    public string Redacted(string text) => Redaction.Of(text, [.. ConnectionUrl.Spellings(Connection)]);
}
