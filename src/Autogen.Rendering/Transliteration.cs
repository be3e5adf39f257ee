using System.Globalization;
using System.Text;

namespace Autogen.Rendering;

/// <summary>
/// Latin letters with diacritics as ASCII. A table of our own, because <see cref="string.Normalize()"/> gives the text back unchanged
/// where globalisation is invariant: the tool and an application would give one message two file names.
/// </summary>
internal static class Transliteration
{
    private static readonly Dictionary<char, string> Letters = Table(
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁẚạảấầẩẫậắằẳẵặ"), ("ae", "æǣǽ"), ("b", "ƀɓḃḅḇ"), ("c", "çćĉċčƈȼḉ"), ("d", "ðďđɖɗḋḍḏḑḓ"),
        ("e", "èéêëēĕėęěȅȇȩɇḕḗḙḛḝẹẻẽếềểễệ"), ("f", "ƒḟ"), ("g", "ĝğġģǥǧǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"), ("i", "ìíîïĩīĭįıǐȉȋɨḭḯỉị"), ("ij", "ĳ"),
        ("j", "ĵǰɉ"), ("k", "ķĸƙǩḱḳḵ"), ("l", "ĺļľŀłƚḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉŋǹɲṅṇṉṋ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ("oe", "œ"), ("p", "ƥṕṗ"), ("q", "ɋ"), ("r", "ŕŗřȑȓɍṙṛṝṟ"), ("s", "śŝşšſșȿṡṣṥṧṩ"), ("ss", "ß"), ("t", "ţťŧƫƭțṫṭṯṱẗ"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗʉṳṵṷṹṻụủứừửữự"), ("v", "ʋṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"), ("y", "ýÿŷƴȳɏẏẙỳỵỷỹ"), ("z", "źżžƶȥẑẓẕ"));

    /// <summary>
    /// The text with Latin letters freed of diacritics, case kept; characters without an ASCII counterpart stay
    /// as they are, combining marks go.
    /// </summary>
    internal static string ToAscii(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
                continue;
            if (Letters.TryGetValue(character, out var letters))
                result.Append(letters);
            else
                result.Append(character);
        }

        return result.ToString();
    }

    private static Dictionary<char, string> Table(params ReadOnlySpan<(string Ascii, string Letters)> rows)
    {
        var table = new Dictionary<char, string>();
        foreach (var (ascii, letters) in rows)
        {
            foreach (var letter in letters)
            {
                table[letter] = ascii;
                var upper = char.ToUpperInvariant(letter);
                // 'ı' and 'ſ' have ASCII capitals, which need no row.
                if (upper != letter && !char.IsAscii(upper))
                    table[upper] = char.ToUpperInvariant(ascii[0]) + ascii[1..];
            }
        }

        table['İ'] = "I";
        table['ẞ'] = "SS";
        return table;
    }
}
