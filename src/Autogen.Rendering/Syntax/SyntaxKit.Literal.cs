using System.Collections;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Numerics;
using System.Text.Json;
using Autogen.Schema;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    /// <summary>
    /// The value as C# whose type, without a target that says it, is the value's own: data operations and annotations take objects.
    /// </summary>
    /// <exception cref="AutogenException">No revision can hold a value of that type (<c>OperationNotSupported</c>).</exception>
    internal static Draft Literal(object? value, NameScope names) => value switch
    {
        string text => Text(text),
        Type type => TypeOf(type, names),
        byte[] bytes => Bytes(bytes, names),
        Array array => ArrayLiteral(array, names),
        IList list when list.GetType() is { IsGenericType: true } closed && closed.GetGenericTypeDefinition() == typeof(List<>)
            => ListLiteral(list, names),
        _ => Settled(Constant(value, names)),
    };

    /// <summary>No value for a parameter that says it is never null but means nothing by it.</summary>
    internal static Draft NoValue => Settled(PostfixUnaryExpression(
        SyntaxKind.SuppressNullableWarningExpression,
        LiteralExpression(SyntaxKind.NullLiteralExpression, Bare(SyntaxKind.NullKeyword)),
        Bare(SyntaxKind.ExclamationToken)));

    /// <summary>Literals with one form only.</summary>
    private static ExpressionSyntax Constant(object? value, NameScope names) => value switch
    {
        null => LiteralExpression(SyntaxKind.NullLiteralExpression, Bare(SyntaxKind.NullKeyword)),
        bool truth => Truth(truth),
        char character => Character(character),
        Enum member => EnumMember(member, names),
        sbyte or byte or short or ushort => Cast(names.Type(value.GetType()), SmallNumber(value)),
        int or uint or long or ulong or float or double or decimal => Number(value),
        BigInteger number => BigNumber(number, names),
        DateTime moment => Moment(moment, names),
        DateTimeOffset moment => Moment(moment, names),
        DateOnly date => New(names.Type(typeof(DateOnly)), Numbers(date.Year, date.Month, date.Day)),
        TimeOnly time => TimeOfDay(time, names),
        TimeSpan duration => Duration(duration, names),
        Guid id => New(names.Type(typeof(Guid)), Quoted(id.ToString("D"))),
        Uri uri => New(
            names.Type(typeof(Uri)), Quoted(uri.OriginalString), Member(names.Type(typeof(UriKind)), nameof(UriKind.RelativeOrAbsolute))),
        Version version => New(names.Type(typeof(Version)), Quoted(version.ToString())),
        IPAddress address => OneLineCall(names.Type(typeof(IPAddress)), nameof(IPAddress.Parse), Quoted(address.ToString())),
        PhysicalAddress address
            => OneLineCall(names.Type(typeof(PhysicalAddress)), nameof(PhysicalAddress.Parse), Quoted(address.ToString())),
        JsonDocument document
            => OneLineCall(names.Type(typeof(JsonDocument)), nameof(JsonDocument.Parse), Quoted(document.RootElement.GetRawText())),
        JsonElement element => Member(
            OneLineCall(names.Type(typeof(JsonDocument)), nameof(JsonDocument.Parse), Quoted(element.GetRawText())),
            nameof(JsonDocument.RootElement)),
        DBNull => Member(names.Type(typeof(DBNull)), nameof(DBNull.Value)),
        _ => throw Unwritable($"a value of type {value.GetType()}"),
    };

    /// <summary>The error for what C# source can't say.</summary>
    internal static AutogenException Unwritable(string what) => new(
        ErrorCode.OperationNotSupported,
        $"A revision can't hold {what}. Say it as SQL: HasDefaultValueSql in place of HasDefaultValue, or an op.Sql in a revision written "
            + "by hand in place of HasData.");

    internal static LiteralExpressionSyntax Truth(bool value) => value
        ? LiteralExpression(SyntaxKind.TrueLiteralExpression, Bare(SyntaxKind.TrueKeyword))
        : LiteralExpression(SyntaxKind.FalseLiteralExpression, Bare(SyntaxKind.FalseKeyword));

    private static CastExpressionSyntax Cast(TypeSyntax type, ExpressionSyntax value) =>
        CastExpression(Bare(SyntaxKind.OpenParenToken), type, Bare(SyntaxKind.CloseParenToken), value);

    /// <summary>A named member where the value has a name, else the number, cast.</summary>
    private static ExpressionSyntax EnumMember(Enum value, NameScope names)
    {
        var type = value.GetType();
        if (Enum.GetName(type, value) is { } name)
            return Member(names.Type(type), name);
        var number = SmallNumber(Convert.ChangeType(value, Enum.GetUnderlyingType(type), CultureInfo.InvariantCulture));
        // '(Type)-1' would be a subtraction.
        return Cast(names.Type(type), number is PrefixUnaryExpressionSyntax
            ? ParenthesizedExpression(Bare(SyntaxKind.OpenParenToken), number, Bare(SyntaxKind.CloseParenToken))
            : number);
    }
}
