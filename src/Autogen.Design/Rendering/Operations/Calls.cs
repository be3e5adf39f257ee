using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Autogen.Operations;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>Calls to EF Core's builders, with the annotations of what they make.</summary>
internal static class Calls
{
    /// <summary><c>op.Method(…).Annotation(…)</c>.</summary>
    internal static Draft On(MigrationOperation operation, string method, OperationArguments arguments, NameScope names) =>
        Annotated(SyntaxKit.Call(RevisionSkeleton.Parameter, method, arguments.All), operation, names);

    /// <summary><c>op.Method&lt;type&gt;(…).Annotation(…)</c>.</summary>
    internal static Draft On(MigrationOperation operation, string method, Type type, OperationArguments arguments, NameScope names) =>
        Annotated(SyntaxKit.Call(RevisionSkeleton.Parameter, Generic(method, type, names), arguments.All), operation, names);

    /// <summary><c>Method&lt;type&gt;</c>.</summary>
    internal static GenericNameSyntax Generic(string method, Type type, NameScope names) => SyntaxKit.Generic(method, [names.Type(type)]);

    /// <summary>The call, followed by the operation's annotations in ordinal order, the new ones first.</summary>
    internal static Draft Annotated(Draft call, MigrationOperation operation, NameScope names)
    {
        var old = operation is IAlterMigrationOperation alter ? Links("OldAnnotation", alter.OldAnnotations, names) : [];
        return SyntaxKit.Chain(call, [.. Links("Annotation", operation, names), .. old]);
    }

    private static IEnumerable<(string Method, IReadOnlyList<Argument> Arguments)> Links(
        string method, IReadOnlyAnnotatable annotatable, NameScope names) =>
        annotatable.GetAnnotations().OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => OfConstraint(a, names) ?? (method,
        [
            new Argument(null, SyntaxKit.Literal(a.Name, names)),
            new Argument(null, a.Value is null ? SyntaxKit.NoValue : SyntaxKit.Literal(a.Value, names)),
        ]));

    // ConstraintBuilderExtensions has a method for each of our own annotations.
    private static (string Method, IReadOnlyList<Argument> Arguments)? OfConstraint(IAnnotation annotation, NameScope names)
        => annotation.Name switch
        {
            ConstraintAnnotations.Deferrability
                => (nameof(ConstraintBuilderExtensions.Deferrable), [new Argument(null, SyntaxKit.Literal(annotation.Value, names))]),
            ConstraintAnnotations.NotValid => (nameof(ConstraintBuilderExtensions.NotValid), []),
            ConstraintAnnotations.NotEnforced => (nameof(ConstraintBuilderExtensions.NotEnforced), []),
            ConstraintAnnotations.NullsNotDistinct => (nameof(ConstraintBuilderExtensions.NullsNotDistinct), []),
            _ => null,
        };
}
