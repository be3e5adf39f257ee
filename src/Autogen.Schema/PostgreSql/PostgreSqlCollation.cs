using System.Text.RegularExpressions;
using Autogen.Schema.Dialects;
using Autogen.Schema.Sql;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// The words of <c>CREATE COLLATION</c>. The server writes the locales of ICU as language tags
/// (https://www.postgresql.org/docs/current/locale.html), in which values of keywords have short names.
/// </summary>
internal static partial class PostgreSqlCollation
{
    // https://www.unicode.org/reports/tr35/tr35-collation.html#Setting_Options
    private static readonly (string Long, string Short)[] names =
    [
        ("primary", "level1"), ("secondary", "level2"), ("tertiary", "level3"), ("quaternary", "level4"), ("quarternary", "level4"),
        ("identical", "identic"), ("non-ignorable", "noignore"), ("phonebook", "phonebk"), ("traditional", "trad"),
        ("dictionary", "dict"), ("gb2312han", "gb2312"),
    ];

    /// <summary>Compares two definitions.</summary>
    public static FacetAnswer Compare(string current, string target)
    {
        var (live, model) = (Read(current), Read(target));
        foreach (var (word, reason, implied) in ((string, string, string)[])
        [
            ("PROVIDER", "the provider differs", "libc"), ("DETERMINISTIC", "the determinism differs", "true"),
            ("RULES", "the rules differ", "")
        ])
        {
            if (!string.Equals(Value(live, word, implied), Value(model, word, implied), StringComparison.OrdinalIgnoreCase))
                return FacetAnswer.Different(reason);
        }

        return Locale(live) == Locale(model) ? FacetAnswer.Same : FacetAnswer.Different("the locale differs");
    }

    private static (string Collate, string CharacterType) Locale(Dictionary<string, string> words)
    {
        var locale = Value(words, "LOCALE", "");
        var isIcu = string.Equals(Value(words, "PROVIDER", ""), "icu", StringComparison.OrdinalIgnoreCase);
        return isIcu ? (Tag(locale.Length == 0 ? Value(words, "LC_COLLATE", "") : locale), "")
            : (Plain(Value(words, "LC_COLLATE", locale)), Plain(Value(words, "LC_CTYPE", locale)));
    }

    // en_US.UTF-8 and en_US.utf8 are one.
    private static string Plain(string locale) => locale.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Tag(string locale)
    {
        var tag = locale.Replace('_', '-').ToLowerInvariant();
        foreach (var (name, brief) in names)
            tag = Regex.Replace(tag, $"-{name}(?=-|$)", $"-{brief}", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        tag = Truth().Replace(tag, "-$1");
        return tag is "" or "root" ? "und" : tag.StartsWith("root-", StringComparison.Ordinal) ? "und" + tag[4..] : tag;
    }

    private static string Value(Dictionary<string, string> words, string word, string implied) => words.GetValueOrDefault(word, implied);

    private static Dictionary<string, string> Read(string definition)
    {
        var tokens = SqlLexer.Read(definition, SqlSyntax.PostgreSql);
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 1; i + 1 < tokens.Count; i++)
        {
            if (tokens[i].IsMark("="))
                words[tokens[i - 1].Text] = tokens[i + 1].Kind == SqlTokenKind.String ? tokens[i + 1].Name : tokens[i + 1].Text;
        }

        return words;
    }

    [GeneratedRegex("-(k[bcn])-(?:true|yes)(?=-|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Truth();
}
