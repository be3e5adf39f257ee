using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Design.Models.Values;

/// <summary>The ways in which people and converters store the few values of an enumeration or a boolean.</summary>
/// <param name="dialect">The database's dialect.</param>
/// <param name="members">The model's members; a boolean's are called <c>False</c> and <c>True</c>.</param>
/// <param name="storage">The CLR type of the live store type.</param>
internal sealed class FiniteForms(Dialect dialect, EquatableList<StoredMember> members, Type? storage)
{
    // EF Core's own texts first: they win where no row decides.
    private static readonly (string False, string True)[] truths =
    [
        ("0", "1"), ("False", "True"), ("false", "true"), ("FALSE", "TRUE"), ("f", "t"), ("F", "T"), ("N", "Y"), ("n", "y"), ("No", "Yes"),
        ("no", "yes"), ("NO", "YES"), ("off", "on"), ("OFF", "ON"), ("Off", "On"),
    ];

    private static readonly Func<string, string>[] spellings =
    [
        name => name, Lower, Upper, Camel, name => Snake(name), name => Upper(Snake(name)), name => Snake(name, '-'),
    ];

    /// <summary>The form that most of the values have; <see langword="null"/> if no value has a known form.</summary>
    public ValueForm? Guess(IReadOnlyList<object> observed)
    {
        var texts = observed.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").ToList();
        var best = Candidates()
            .Select(candidate => candidate.ToList())
            .Select(candidate => (Candidate: candidate, Score: texts.Count(text => candidate.Contains(text, StringComparer.Ordinal))))
            .OrderByDescending(pair => pair.Score)
            .FirstOrDefault();
        if (best.Candidate is null || (observed.Count > 0 && best.Score == 0))
            return null;
        return new ValueForm(ValueKind.Finite)
        {
            Members = members.Zip(best.Candidate, (member, text) => member with { Literal = Literal(text) }).ToEquatableList(),
        };
    }

    /// <summary>Whether a value is one of a form's; EF Core reads the digits of a number, too, where it expects names.</summary>
    public static bool IsMember(ValueForm form, string text)
        => form.Members.Any(member => string.Equals(Unquoted(member.Literal), text, StringComparison.Ordinal))
            || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static string Unquoted(string literal) => literal.Trim('\'').Replace("''", "'", StringComparison.Ordinal);

    private bool IsBoolean => members is [{ Name: "False" }, { Name: "True" }];

    /// <summary>For each form the texts of the members, in their order.</summary>
    private IEnumerable<IEnumerable<string>> Candidates()
    {
        if (storage == typeof(bool))
            return [["FALSE", "TRUE"]];
        if (storage is not null && storage != typeof(string))
            return storage == typeof(byte[]) ? [] : [members.Select(member => member.Number)];
        if (IsBoolean)
            return truths.Select(truth => new[] { truth.False, truth.True });
        return spellings.Select(spell => members.Select(member => spell(member.Name)))
            .Append(members.Select(member => member.Number));
    }

    private string Literal(string text) => storage == typeof(string) || storage is null ? dialect.StringLiteral(text) : text;

    private static string Lower(string name) => name.ToLowerInvariant();

    private static string Upper(string name) => name.ToUpperInvariant();

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static string Snake(string name, char separator = '_')
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0 && text[^1] != separator)
                text.Append(separator);
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
