using System.Globalization;

namespace Autogen.Tool;

/// <summary>
/// Lets <c>downgrade -1</c> be written as it is: an argument of a minus and digits is a target, not an option. The mark is taken off
/// again by <see cref="Restore"/>.
/// </summary>
internal static class ArgumentRewriting
{
    private const string Mark = "\u0001";

    /// <summary>The arguments with such targets marked.</summary>
    public static IReadOnlyList<string> Rewrite(IEnumerable<string> arguments)
        => [.. arguments.Select(argument => IsRelative(argument) ? Mark + argument : argument)];

    /// <summary>The argument as it was typed.</summary>
    public static string Restore(string argument)
        => argument.StartsWith(Mark, StringComparison.Ordinal) ? argument[Mark.Length..] : argument;

    private static bool IsRelative(string argument)
        => argument.StartsWith('-') && int.TryParse(argument.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
