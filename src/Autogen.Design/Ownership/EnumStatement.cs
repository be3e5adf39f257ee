using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>A <c>CREATE TYPE … AS ENUM</c>, <c>DROP TYPE</c> or <c>ALTER TYPE … RENAME TO</c> as a revision may hold it.</summary>
/// <param name="Verb">What the statement does.</param>
/// <param name="Name">The type as written; its schema is <see langword="null"/> where none is written.</param>
/// <param name="NewName">The new name of a renamed type.</param>
internal sealed partial record EnumStatement(EnumStatement.Verbs Verb, ObjectName Name, string? NewName)
{
    private const string Identifier = """(?:"(?:[^"]|"")+"|\w+)""";
    private const string QualifiedName = $@"(?:(?<schema>{Identifier})\s*\.\s*)?(?<name>{Identifier})";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>What a statement can do to a type.</summary>
    internal enum Verbs
    {
        Create,
        Drop,
        Rename,
    }

    /// <summary>Reads a statement; <see langword="null"/> for any other.</summary>
    public static EnumStatement? Read(string sql)
    {
        if (CreatePattern().Match(sql) is { Success: true } create)
            return new(Verbs.Create, NameIn(create), null);
        if (DropPattern().Match(sql) is { Success: true } drop)
            return new(Verbs.Drop, NameIn(drop), null);
        return RenamePattern().Match(sql) is { Success: true } rename ? new(Verbs.Rename, NameIn(rename), Unquote(rename.Groups["new"].Value)) : null;
    }

    private static ObjectName NameIn(Match match)
        => new(match.Groups["schema"] is { Success: true } schema ? Unquote(schema.Value) : null, Unquote(match.Groups["name"].Value));

    private static string Unquote(string identifier)
        => identifier.StartsWith('"')
            ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : identifier.ToLowerInvariant();

    [GeneratedRegex($@"^\s*CREATE\s+TYPE\s+{QualifiedName}\s+AS\s+ENUM\b", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CreatePattern();

    [GeneratedRegex($@"^\s*DROP\s+TYPE\s+(?:IF\s+EXISTS\s+)?{QualifiedName}", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DropPattern();

    [GeneratedRegex($@"^\s*ALTER\s+TYPE\s+{QualifiedName}\s+RENAME\s+TO\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RenamePattern();
}
