namespace Autogen.Rendering.Syntax;

/// <summary>An argument of a call.</summary>
/// <param name="Name">The parameter's name, or <see langword="null"/> for an argument by position.</param>
/// <param name="Value">The value.</param>
internal readonly record struct Argument(string? Name, Draft Value);
