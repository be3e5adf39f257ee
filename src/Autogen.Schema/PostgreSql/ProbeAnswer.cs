namespace Autogen.Schema.PostgreSql;

/// <summary>The server's answer to a <see cref="ProbeItem"/>.</summary>
/// <param name="Rendered">
/// The expression as the server writes it; <see langword="null"/> where it refuses it, or does not write the form.
/// </param>
/// <param name="Calls"><c>mutable</c> or <c>immutable</c> where it calls functions of users, else <see langword="null"/>.</param>
/// <param name="Failure">SQLSTATE and message of the refusal.</param>
internal sealed record ProbeAnswer(string? Rendered, string? Calls, (string State, string Message)? Failure);
