using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary>A number with the suffix that gives it its type.</summary>
    private static ExpressionSyntax Number(object value) => value switch
    {
        int number => Signed(Written(number), ""),
        uint number => Signed(Written(number), "u"),
        long number => Signed(Written(number), "L"),
        ulong number => Signed(Written(number), "UL"),
        decimal number => Signed(Written(number), "m"),
        double number => Floating(number, SyntaxKind.DoubleKeyword, ""),
        float number => Floating(number, SyntaxKind.FloatKeyword, "f"),
        _ => throw new ArgumentException($"{value.GetType()} is not a number.", nameof(value)),
    };

    /// <summary>A number without a suffix, for places that say the type, or for a cast.</summary>
    private static ExpressionSyntax SmallNumber(object value) => Signed(Written((IFormattable)value), "");

    private static IEnumerable<ExpressionSyntax> Numbers(params IEnumerable<int> values) => values.Select(v => Number(v));

    /// <summary>A digits' text; C# has no negative literals, only the minus before one.</summary>
    private static ExpressionSyntax Signed(string text, string suffix)
    {
        var negative = text.StartsWith('-');
        var digits = (negative ? text[1..] : text) + suffix;
        // The text is what is printed; the value beside it only has to be a number.
        var literal = LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(TriviaList(), digits, 0, TriviaList()));
        return negative ? PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Bare(SyntaxKind.MinusToken), literal) : literal;
    }

    private static ExpressionSyntax Floating<T>(T value, SyntaxKind keyword, string suffix)
        where T : IFloatingPointIeee754<T>
    {
        ExpressionSyntax Named(string name) => Member(PredefinedType(Bare(keyword)), name);

        if (T.IsNaN(value))
            return Named(nameof(double.NaN));
        if (T.IsInfinity(value))
            return Named(T.IsNegative(value) ? nameof(double.NegativeInfinity) : nameof(double.PositiveInfinity));
        var text = Written(value);
        return Signed(
            suffix.Length == 0 && !text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal)
                ? text + ".0"
                : text,
            suffix);
    }

    private static ExpressionSyntax BigNumber(BigInteger number, NameScope names) => OneLineCall(
        names.Type(typeof(BigInteger)),
        nameof(BigInteger.Parse),
        Quoted(Written(number)),
        Member(names.Type(typeof(CultureInfo)), nameof(CultureInfo.InvariantCulture)));

    private static string Written(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
