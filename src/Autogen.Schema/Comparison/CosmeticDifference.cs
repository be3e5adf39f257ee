using System.Globalization;

namespace Autogen.Schema.Comparison;

/// <summary>A kind of difference that does not matter, with the reason why.</summary>
/// <param name="Kind">The kind's name, for settings and listings: <c>left-over default</c>.</param>
/// <param name="Plural">The name of several.</param>
/// <param name="Reason">Why it does not matter; for people.</param>
/// <param name="IsActedOnWhenStrict">
/// Whether strictness makes it significant; false where no operation could take the difference away, so that it
/// would be found again for ever.
/// </param>
internal sealed record CosmeticDifference(string Kind, string Plural, string Reason, bool IsActedOnWhenStrict)
{
    /// <summary>A number of them, for people: <c>9 left-over defaults</c>.</summary>
    public string Counted(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? Kind : Plural)}");
}
