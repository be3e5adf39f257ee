using Autogen.Design.Providers;

namespace Autogen.Design.Planning;

/// <summary>
/// Which values a revision may hold as values: those of the framework's own simple types. A revision outlives the application's types, and
/// everything else is written as SQL.
/// </summary>
internal static class FrameworkValues
{
    private static readonly HashSet<Type> Scalars =
    [
        typeof(string), typeof(bool), typeof(char), typeof(byte), typeof(sbyte), typeof(short), typeof(ushort), typeof(int), typeof(uint),
        typeof(long), typeof(ulong), typeof(float), typeof(double), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset),
        typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(byte[]),
    ];

    /// <summary>Whether a value is one of those.</summary>
    public static bool IsScalar(object value) => Scalars.Contains(value.GetType());

    /// <summary>
    /// Whether Npgsql writes another interval: it puts one sign before the days, and PostgreSQL takes the hours behind them to be positive.
    /// </summary>
    public static bool IsMisspelt(TimeSpan value) => value.Days < 0 && value.Ticks % TimeSpan.TicksPerDay != 0;

    /// <summary>Whether a type is the framework's own or the provider's, so that a revision may name it.</summary>
    public static bool IsType(Type type, ProviderAnnotations provider)
    {
        var element = type;
        while (element.IsArray)
            element = element.GetElementType()!;
        return !element.IsEnum && (Scalars.Contains(element) || element.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            || provider.HasType(element));
    }
}
