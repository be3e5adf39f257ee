using Autogen.Rendering.Syntax;

namespace Autogen.Rendering;

/// <summary>What a method of a revision does.</summary>
/// <param name="Statements">
/// The statements, laid out, each in UTF-8: rows can be hundreds of megabytes, and a string would take twice as much.
/// </param>
/// <param name="Expression">The only statement's expression, where it could follow an arrow.</param>
internal sealed record MethodBody(IReadOnlyList<byte[]> Statements, Draft? Expression);
