using System.Data.Common;
using System.Text;
using System.Text.RegularExpressions;

namespace Autogen.Schema;

/// <summary>
/// Takes passwords out of diagnostics: error messages of libraries and of the application, stack traces, compiler and verbose output. A
/// password is recognised by its place (<c>Password=…</c>, <c>postgresql://user:…@host</c>), never by its letters: a password may be a word
/// of the text. Results (scripts, documents, rows, files) are never redacted.
/// </summary>
internal static partial class Redaction
{
    private const string Mask = "***";
    private const int ShortestSecret = 8;

    /// <summary>The diagnostic without passwords.</summary>
    /// <param name="text">The diagnostic.</param>
    /// <param name="connections">
    /// Connection strings and URLs that were given, which are known as a whole; null and empty ones are ignored.
    /// </param>
    public static string Of(string text, params IEnumerable<string?> connections)
    {
        var known = connections.OfType<string>()
            .Where(connection => connection.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(connection => connection.Length)
            .ToList();
        foreach (var connection in known)
            text = text.Replace(connection, Masked(connection), StringComparison.Ordinal);
        return ByStructure(ByPassword(text, known.SelectMany(Passwords).Distinct(StringComparer.Ordinal)));
    }

    private static string ByPassword(string text, IEnumerable<string> passwords)
        => passwords.Aggregate(text, (current, password) => Known(password).Replace(current, "${before}" + Mask));

    // A connection string without a password may be printed; one that cannot be understood may hold one anywhere.
    private static string Masked(string connection)
    {
        if (!IsUrl(connection) && Read(connection) is not null)
            return ByStructure(ByPassword(connection, Passwords(connection)));
        if (ByStructure(connection) is var masked && masked != connection)
            return masked;
        var isHarmless = connection.Length < ShortestSecret
            || !connection.AsSpan().ContainsAny('@', '=')
            || (Uri.TryCreate(connection, UriKind.Absolute, out var url) && !url.UserInfo.Contains(':', StringComparison.Ordinal));
        return isHarmless ? connection : Mask;
    }

    private static IEnumerable<string> Passwords(string connection)
        => !IsUrl(connection) && Read(connection) is { } builder
            ? builder.Keys!.Cast<string>()
                .Where(IsSecret)
                .Select(key => builder[key] as string)
                .OfType<string>()
                .Where(value => value.Length > 0)
            : [];

    private static bool IsUrl(string connection)
        => connection.Contains("://", StringComparison.Ordinal)
            && !connection.AsSpan(0, connection.IndexOf("://", StringComparison.Ordinal)).ContainsAny('=', ';');

    private static bool IsSecret(string key) => Key().IsMatch(key + "=");

    private static DbConnectionStringBuilder? Read(string connection)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = connection };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The password as connection strings and URLs write it, where one has its password.
    private static Regex Known(string password)
    {
        string[] forms =
        [
            password,
            Uri.EscapeDataString(password),
            $"\"{password.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            $"'{password.Replace("'", "''", StringComparison.Ordinal)}'"
        ];
        var any = string.Join('|', forms.OrderByDescending(form => form.Length).Select(Regex.Escape));
        return new Regex(
            $@"(?<before>(?:(?:password|passwd|pwd|psw)[ \t]*=[ \t]*|://[^\s:/@]*:))(?:{any})(?=[\s;'"",)&.@]|$)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
            TimeSpan.FromMinutes(1));
    }

    private static string ByStructure(string text)
    {
        if (text.Contains("://", StringComparison.Ordinal))
            text = Url().Replace(PostgreSqlUrl().Replace(text, "${before}" + Mask + "@"), "${before}" + Mask + "@");
        text = Literal().Replace(text, "${before}'" + Mask + "'");
        StringBuilder? redacted = null;
        var copied = 0;
        foreach (var key in Key().EnumerateMatches(text))
        {
            var start = key.Index + key.Length;
            if (key.Index < copied || SecretText.End(text, key.Index, start) is var end && end == start)
                continue;
            (redacted ??= new StringBuilder(text.Length)).Append(text, copied, start - copied).Append(Mask);
            copied = end;
        }

        return redacted is null ? text : redacted.Append(text, copied, text.Length - copied).ToString();
    }

    // PGPASSWORD=…, Password=…, pwd = …, "password": "…"; not password == x, not password => x.
    [GeneratedRegex(
        """(?<!\w)\w*(?:password|passwd|pwd|psw)(?:[ \t]*=(?![=>])[ \t]*|"[ \t]*:[ \t]*(?="))""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Key();

    // To the last @: in a password it should be written %40, and often is not.
    [GeneratedRegex(
        """(?<before>(?<![a-z0-9+.\-])[a-z][a-z0-9+.\-]*://[^\s:/@'"]*:)[^\s/]+@""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Url();

    // The same goes for the slash.
    [GeneratedRegex(
        """(?<before>(?<![a-z0-9+.\-])postgres(?:ql)?://[^\s:/@'"]*:)\S+@""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex PostgreSqlUrl();

    // SQL: ALTER ROLE … PASSWORD '…', OPTIONS (password '…').
    [GeneratedRegex(
        @"(?<before>\bpassword[ \t]+)E?'(?:[^']|'')*'",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        60_000)]
    private static partial Regex Literal();
}
