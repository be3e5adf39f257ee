using Autogen.Design.Rendering.Syntax;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Design.Rendering;

/// <summary>What a method of a revision does.</summary>
/// <param name="Statements">The statements, laid out; none for nothing.</param>
/// <param name="Expression">The only statement's expression, where it could stand behind an arrow.</param>
internal sealed record MethodBody(IReadOnlyList<StatementSyntax> Statements, Draft? Expression);
