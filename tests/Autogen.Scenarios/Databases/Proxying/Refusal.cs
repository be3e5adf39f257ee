namespace Autogen.Scenarios.Databases.Proxying;

/// <summary>How a server rejects a statement.</summary>
/// <param name="SqlState">The SQLSTATE.</param>
/// <param name="Message">The message.</param>
public sealed record Refusal(string SqlState, string Message);
