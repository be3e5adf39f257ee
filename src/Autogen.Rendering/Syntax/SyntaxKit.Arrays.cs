using System.Collections;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    private const int MostBytesAsNumbers = 16;

    /// <summary>Values for a parameter of type <c>object[]</c> or <c>string[]</c>.</summary>
    internal static Draft Values(IEnumerable<object?> values, NameScope names)
        => CollectionExpression([.. values.Select(v => Literal(v, names))]);

    /// <summary>Rows of values for a parameter of type <c>object[,]</c>, a row a line.</summary>
    internal static Draft ValueTable(object?[,] values, NameScope names) =>
        values.Length == 0 ? EmptyTable(values, names) : ArrayLiteral(values, names);

    private static Draft ArrayLiteral(Array array, NameScope names)
    {
        var element = array.GetType().GetElementType()!; // Every array type has one.
        if (array.Rank > 1)
            return array.Length == 0
                ? EmptyTable(array, names)
                : ExplicitArray(ArrayOf(ElementType(element, array, names), array.Rank), Rows(array, 0, [], names), aLineEach: true);
        if (array.Length == 0)
            return EmptyArray(element, names);
        var items = array.Cast<object?>();
        // A value that needs a cast to have its type is plain where the array says it.
        if (element == typeof(sbyte) || element == typeof(short) || element == typeof(ushort))
            return ExplicitArray(ArrayOf(names.Type(element), 1), [.. items.Select(i => Settled(SmallNumber(i!)))]);
        var isInferred = element.IsSealed && Nullable.GetUnderlyingType(element) is null && !array.Cast<object?>().Contains(null);
        Draft[] drafts = [.. items.Select(i => Literal(i, names))];
        return isInferred ? ImplicitArray(drafts) : ExplicitArray(ArrayOf(ElementType(element, array, names), 1), drafts);
    }

    private static Draft ListLiteral(IList list, NameScope names)
    {
        var type = names.Type(list.GetType());
        if (list.Count == 0)
            return _ => New(type);
        if (list.Contains(null) && !list.GetType().GetGenericArguments()[0].IsValueType)
            throw Unwritable($"a null in a {list.GetType()}");
        return ExplicitArray(type, [.. list.Cast<object?>().Select(i => Literal(i, names))]);
    }

    private static Draft[] Rows(Array array, int dimension, int[] indices, NameScope names) =>
    [
        .. Enumerable.Range(0, array.GetLength(dimension)).Select(i => (int[])[.. indices, i]).Select(
            at => dimension == array.Rank - 1 ? Literal(array.GetValue(at), names) : Row(Rows(array, dimension + 1, at, names))),
    ];

    /// <summary>The type of the items, with a question mark where nulls of a reference type are among them.</summary>
    private static TypeSyntax ElementType(Type element, Array array, NameScope names)
    {
        if (element.IsValueType || !array.Cast<object?>().Contains(null))
            return names.Type(element);
        names.NeedsNullableContext = true;
        return NullableType(names.Type(element), Bare(SyntaxKind.QuestionToken));
    }

    private static Draft EmptyArray(Type element, NameScope names) =>
        Settled(InvocationExpression(
            Member(names.Type(typeof(Array)), Generic(nameof(Array.Empty), [names.Type(element)])), OneLineArguments([])));

    private static Draft EmptyTable(Array array, NameScope names) => Settled(ArrayCreationExpression(
        Spaced(SyntaxKind.NewKeyword),
        ArrayType(
            names.Type(array.GetType().GetElementType()!), // Every array type has one.
            SingletonList(ArrayRankSpecifier(
                Bare(SyntaxKind.OpenBracketToken),
                OnOneLine(Enumerable.Range(0, array.Rank).Select(d => Number(array.GetLength(d)))),
                Bare(SyntaxKind.CloseBracketToken)))),
        initializer: null));

    /// <summary>Few bytes as numbers, many as one text of hexadecimal digits.</summary>
    private static Draft Bytes(byte[] bytes, NameScope names) => bytes.Length switch
    {
        0 => EmptyArray(typeof(byte), names),
        <= MostBytesAsNumbers => ExplicitArray(ArrayOf(names.Type(typeof(byte)), 1), [.. bytes.Select(b => Settled(SmallNumber(b)))]),
        _ => Settled(OneLineCall(names.Type(typeof(Convert)), nameof(Convert.FromHexString), Quoted(Convert.ToHexString(bytes)))),
    };

    private static Draft Settled(ExpressionSyntax expression) => _ => expression;
}
