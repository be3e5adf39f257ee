using Autogen.Graph;
using Autogen.Schema;
using Autogen.Schema.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Tool.Sources;

/// <summary>
/// Reads the arguments of a revision's attribute. They are texts as written: there is no compiler to work out anything else.
/// </summary>
internal static class RevisionAttributeReader
{
    /// <summary>The revision as the attribute says it.</summary>
    /// <exception cref="AutogenException">
    /// An argument is missing, unknown or not a text (<see cref="ErrorCode.RevisionInvalid"/>).
    /// </exception>
    internal static RevisionNode Read(AttributeSyntax attribute, SourceProblem problem)
    {
        string? id = null;
        AttributeArgumentSyntax? parents = null;
        var node = new RevisionNode("", []);
        foreach (var argument in attribute.ArgumentList?.Arguments ?? [])
        {
            var name = argument.NameEquals?.Name.Identifier.ValueText ?? argument.NameColon?.Name.Identifier.ValueText
                ?? (argument == attribute.ArgumentList!.Arguments[0] ? "id" : "revises"); // it has arguments
            switch (name)
            {
                case "id":
                    id = Text(argument.Expression, name, problem)
                        ?? throw problem.At(argument, "The id is null. Give the revision an id: 12 hexadecimal digits.");
                    RefuseOddName(id, "id", argument, problem);
                    break;
                case "revises" or "Revises":
                    // Ids behind the revision's own are the rest of one list.
                    if (parents is not null && (name == "Revises" || parents.NameEquals is not null || argument.NameColon is not null))
                        throw problem.At(argument, "The parents are given twice. Remove one of them.");
                    parents ??= argument;
                    node = node with { Revises = [.. node.Revises, .. Texts(argument, name, problem)] };
                    break;
                case "DependsOn":
                    node = node with { DependsOn = Texts(argument, name, problem) };
                    break;
                case "Branch":
                    node = node with { Labels = Texts(argument, name, problem) };
                    foreach (var label in node.Labels)
                        RefuseOddName(label, "branch label", argument, problem);
                    break;
                case "Created":
                    node = node with { Created = Text(argument.Expression, name, problem) };
                    break;
                case "Adopted" or "Format":
                    break;
                default:
                    throw problem.At(
                        argument,
                        $"[Revision] has no argument '{name}'. It has an id, Revises, Created, Branch, DependsOn, Adopted and Format.");
            }
        }

        return id is null
            ? throw problem.At(attribute, "[Revision] has no id. Give the revision one: 12 hexadecimal digits.")
            : node with { Id = id };
    }

    private static EquatableList<string> Texts(AttributeArgumentSyntax argument, string name, SourceProblem problem)
    {
        IEnumerable<ExpressionSyntax>? items = Bare(argument.Expression) switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
            // C# takes it behind the id only, where the parameter is an array; but a reader knows what is meant.
            CollectionExpressionSyntax list when list.Elements.All(e => e is ExpressionElementSyntax)
                => list.Elements.Cast<ExpressionElementSyntax>().Select(e => e.Expression),
            _ => null,
        };
        if (items is null)
            return Text(argument.Expression, name, problem) is { } one ? [one] : [];
        return items.Select(i => Text(i, name, problem) ?? throw problem.At(i, $"'{name}' must not contain null. Remove it."))
            .ToEquatableList();
    }

    private static string? Text(ExpressionSyntax expression, string name, SourceProblem problem) => Bare(expression) switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => text,
        LiteralExpressionSyntax { Token.ValueText: "null" } => null,
        _ => throw problem.At(
            expression,
            $"The argument '{name}' of [Revision] is not a string in quotes, or an array of such: {expression}. "
                + "Revisions are read from the source without a compiler; write the text itself."),
    };

    private static ExpressionSyntax Bare(ExpressionSyntax expression)
        => expression is ParenthesizedExpressionSyntax parenthesized ? Bare(parenthesized.Expression) : expression;

    private static void RefuseOddName(string name, string what, SyntaxNode at, SourceProblem problem)
    {
        if (name.Length == 0)
            throw problem.At(at, $"The {what} is empty.");
        if (!RevisionName.IsValid(name))
            throw problem.At(
                at, VisibleText.OneLine($"The {what} '{name}' can't be one: {RevisionName.Rule}. Use letters, digits and underscores."));
    }
}
