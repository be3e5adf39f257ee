using System.Collections;
using System.Reflection;
using Autogen.Rendering;
using Autogen.Rendering.Syntax;
using Autogen.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace Autogen.Design.Rendering.Operations;

/// <summary>
/// Our own operations: each by the extension method that has its name, with the parameters that have the names of its properties. An
/// argument that has the parameter's default is left out.
/// </summary>
internal static class StatementRenderer
{
    private const string Suffix = "Operation";

    internal static IReadOnlyList<OperationHandler> Handlers { get; } =
    [
        .. typeof(StatementOperation).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StatementOperation)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => new OperationHandler(type, Writer(type))),
    ];

    private static Func<MigrationOperation, NameScope, Draft> Writer(Type type)
    {
        var method = typeof(RevisionOperationExtensions).GetMethod(type.Name[..^Suffix.Length])!; // a test holds that every type has one
        var parameters = method.GetParameters()
            .Skip(1)
            .Select(parameter => (Parameter: parameter, Property: PropertyOf(type, parameter)))
            .ToList();
        return (operation, names) =>
        {
            var arguments = new OperationArguments(names);
            foreach (var (parameter, property) in parameters)
            {
                var value = property.GetValue(operation);
                if (!parameter.HasDefaultValue || !Equals(value, parameter.DefaultValue))
                    arguments.Add(parameter.Name, Value(value, names));
            }

            return SyntaxKit.Call(RevisionSkeleton.Parameter, method.Name, arguments.All);
        };
    }

    private static PropertyInfo PropertyOf(Type type, ParameterInfo parameter)
        => type.GetProperty($"{char.ToUpperInvariant(parameter.Name![0])}{parameter.Name[1..]}")!; // held by the same test

    private static Draft Value(object? value, NameScope names)
        => value is IEnumerable items and not string
            ? SyntaxKit.CollectionExpression([.. items.Cast<object?>().Select(item => Value(item, names))])
            : SyntaxKit.Literal(value, names);
}
