namespace Autogen.Fuzzing.Generation;

/// <summary>Names as they are met, and as they should never be; each is given once.</summary>
internal sealed class OddNames(Random random)
{
    private static readonly string[] words =
    [
        "orders", "Orders", "user", "select", "Größe 尺寸", "it's", "say \"hi\"", "a b", "x.y", "{0}", "back\\slash", "100%", "--c", "/*c*/",
        "semi;colon", "[b]", "`t`", "emoji 😀", "$1", "@p",
        "table", "group", "Id", "id2", "ID3", "_", "0day", "camelCase", "snake_case", "comma,name", "(p)", "a=b", "#", "null", "default",
        "order by", "é", "ß", "trailing ", " leading", "tab\tname",
        "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
        "ééééééééééééééééééééééééééééééé",
    ];

    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that was not given before.</summary>
    /// <param name="prefix">What the plain ones begin with.</param>
    /// <param name="without">Characters that the kind of name can't have.</param>
    public string Next(string prefix, string without = "")
    {
        if (random.Next(2) == 0)
        {
            var word = words[random.Next(words.Length)];
            if (!word.Any(without.Contains) && taken.Add(word))
                return word;
        }

        for (var number = 1; ; number++)
        {
            var name = prefix + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (taken.Add(name))
                return name;
        }
    }
}
