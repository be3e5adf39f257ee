using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Rendering.Syntax;

internal static partial class SyntaxKit
{
    private static ExpressionSyntax Moment(DateTime moment, NameScope names)
    {
        var parts = Numbers([
            moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second,
            .. Fraction(moment.Millisecond, moment.Microsecond)
        ]);
        var kind = Member(names.Type(typeof(DateTimeKind)), moment.Kind.ToString());
        return WithTicks(New(names.Type(typeof(DateTime)), [.. parts, kind]), moment.Nanosecond);
    }

    private static ExpressionSyntax Moment(DateTimeOffset moment, NameScope names)
    {
        var parts = Numbers([
            moment.Year, moment.Month, moment.Day, moment.Hour, moment.Minute, moment.Second,
            .. Fraction(moment.Millisecond, moment.Microsecond)
        ]);
        return WithTicks(New(names.Type(typeof(DateTimeOffset)), [.. parts, Duration(moment.Offset, names)]), moment.Nanosecond);
    }

    private static ExpressionSyntax TimeOfDay(TimeOnly time, NameScope names) => time.Nanosecond == 0
        ? New(names.Type(typeof(TimeOnly)), Numbers([time.Hour, time.Minute, time.Second, .. Fraction(time.Millisecond, time.Microsecond)]))
        : New(names.Type(typeof(TimeOnly)), Number(time.Ticks));

    private static ExpressionSyntax Duration(TimeSpan duration, NameScope names)
    {
        var type = names.Type(typeof(TimeSpan));
        if (duration == TimeSpan.Zero)
            return Member(type, nameof(TimeSpan.Zero));
        if (duration.Nanoseconds != 0)
            return OneLineCall(type, nameof(TimeSpan.FromTicks), Number(duration.Ticks));
        var fraction = Fraction(duration.Milliseconds, duration.Microseconds);
        return duration.Days == 0 && fraction.Length == 0
            ? New(type, Numbers(duration.Hours, duration.Minutes, duration.Seconds))
            : New(type, Numbers([duration.Days, duration.Hours, duration.Minutes, duration.Seconds, .. fraction]));
    }

    private static int[] Fraction(int milliseconds, int microseconds) =>
        microseconds != 0 ? [milliseconds, microseconds] : milliseconds != 0 ? [milliseconds] : [];

    /// <summary>No constructor has a parameter for the last digit, of 100 nanoseconds.</summary>
    private static ExpressionSyntax WithTicks(ExpressionSyntax moment, int nanoseconds) =>
        nanoseconds == 0 ? moment : OneLineCall(moment, nameof(DateTime.AddTicks), Number((long)(nanoseconds / 100)));
}
