using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

/// <summary>
/// The names that a file can use: types are called by their simple name, and the namespaces that takes are collected for the usings.
/// </summary>
internal sealed class NameScope
{
    private readonly SortedSet<string> namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> meanings = new(StringComparer.Ordinal);

    /// <summary>A file that uses these namespaces in any case, and in which these names have a meaning already.</summary>
    internal NameScope(IEnumerable<string> namespaces, IEnumerable<string> names)
    {
        this.namespaces.UnionWith(namespaces);
        foreach (var name in names)
            meanings[name] = "";
    }

    /// <summary>The namespaces used, those of the framework first, each group in ordinal order.</summary>
    internal IEnumerable<string> Namespaces =>
        namespaces.OrderBy(
            n => string.Equals(n, "System", StringComparison.Ordinal) || n.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(n => n, StringComparer.Ordinal);

    /// <summary>
    /// Whether something in the file says <c>?</c> of a reference type, which is a warning where the project has
    /// not enabled that: the file must.
    /// </summary>
    internal bool NeedsNullableContext { get; set; }

    /// <summary>The type as it is written in this file.</summary>
    internal TypeSyntax Type(Type type)
    {
        if (Keyword(type) is { } keyword)
            return PredefinedType(Token(TriviaList(), keyword, TriviaList()));
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return NullableType(Type(underlying), Token(TriviaList(), SyntaxKind.QuestionToken, TriviaList()));
        if (type.IsArray)
            return SyntaxKit.ArrayOf(Type(type.GetElementType()!), type.GetArrayRank()); // Every array type has an element type.
        return Named(type);
    }

    private NameSyntax Named(Type type)
    {
        if (!type.IsVisible || type.ContainsGenericParameters)
            throw SyntaxKit.Unwritable($"the type {type.FullName ?? type.Name}, which is not public");
        var own = type.GetGenericArguments();
        if (type.DeclaringType is { } outer)
        {
            var inherited = outer.GetGenericArguments().Length;
            var closed = inherited == 0 ? outer : outer.MakeGenericType(own[..inherited]);
            return QualifiedName(Named(closed), Token(TriviaList(), SyntaxKind.DotToken, TriviaList()), Simple(type, own[inherited..]));
        }

        var simple = Simple(type, own);
        var space = type.Namespace ?? "";
        if (space.Length > 0
            && (!meanings.TryGetValue(simple.Identifier.Text, out var meaning) || string.Equals(meaning, space, StringComparison.Ordinal)))
        {
            meanings[simple.Identifier.Text] = space;
            namespaces.Add(space);
            return simple;
        }

        return SyntaxKit.Global(space, simple);
    }

    private SimpleNameSyntax Simple(Type type, Type[] arguments)
    {
        var tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? type.Name : type.Name[..tick];
        return arguments.Length == 0 ? SyntaxKit.Identified(name) : SyntaxKit.Generic(name, arguments.Select(Type));
    }

    private static SyntaxKind? Keyword(Type type) => type.IsEnum ? null : System.Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => SyntaxKind.BoolKeyword,
        TypeCode.Byte => SyntaxKind.ByteKeyword,
        TypeCode.Char => SyntaxKind.CharKeyword,
        TypeCode.Decimal => SyntaxKind.DecimalKeyword,
        TypeCode.Double => SyntaxKind.DoubleKeyword,
        TypeCode.Int16 => SyntaxKind.ShortKeyword,
        TypeCode.Int32 => SyntaxKind.IntKeyword,
        TypeCode.Int64 => SyntaxKind.LongKeyword,
        TypeCode.SByte => SyntaxKind.SByteKeyword,
        TypeCode.Single => SyntaxKind.FloatKeyword,
        TypeCode.String => SyntaxKind.StringKeyword,
        TypeCode.UInt16 => SyntaxKind.UShortKeyword,
        TypeCode.UInt32 => SyntaxKind.UIntKeyword,
        TypeCode.UInt64 => SyntaxKind.ULongKeyword,
        _ => type == typeof(object) ? SyntaxKind.ObjectKeyword : null,
    };
}
