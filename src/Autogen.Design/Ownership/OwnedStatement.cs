using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Design.Ownership;

/// <summary>
/// A statement that makes, drops, renames or moves something, as a revision may hold it where EF Core has no operation for it. Of a text
/// with several statements the first is read.
/// </summary>
/// <param name="Verb">What the statement does.</param>
/// <param name="Kind">What it does it to.</param>
/// <param name="Name">
/// The type, table or sequence as written, or the table that the constraint or index is of; its schema is
/// <see langword="null"/> where none is written.
/// </param>
/// <param name="Part">The constraint or index of a table; <see langword="null"/> for the other kinds.</param>
/// <param name="NewName">The new name, or the schema that the object is moved to; <see langword="null"/> where it keeps both.</param>
internal sealed partial record OwnedStatement(
    OwnedStatement.Verbs Verb, OwnedStatement.Kinds Kind, ObjectName Name, string? Part, string? NewName)
{
    private const string Identifier = """(?:"(?:[^"]|"")+"|\w+)""";
    private const string QualifiedName = $@"(?:(?<schema>{Identifier})\s*\.\s*)?(?<name>{Identifier})";
    private const string AlterTable = $@"^\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?(?:ONLY\s+)?{QualifiedName}\s+";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    private static readonly (Regex Pattern, Verbs Verb, Kinds Kind)[] patterns =
    [
        (CreateType(), Verbs.Create, Kinds.EnumType),
        (DropType(), Verbs.Drop, Kinds.EnumType),
        (RenameType(), Verbs.Rename, Kinds.EnumType),
        (MoveType(), Verbs.Move, Kinds.EnumType),
        (RenameSequence(), Verbs.Rename, Kinds.Sequence),
        (MoveSequence(), Verbs.Move, Kinds.Sequence),
        (RenameTable(), Verbs.Rename, Kinds.Table),
        (MoveTable(), Verbs.Move, Kinds.Table),
        (AddConstraint(), Verbs.Create, Kinds.PartOfTable),
        (CreateIndex(), Verbs.Create, Kinds.PartOfTable),
        (DropConstraint(), Verbs.Drop, Kinds.PartOfTable),
        (RenameConstraint(), Verbs.Rename, Kinds.PartOfTable),
    ];

    /// <summary>What a statement can do.</summary>
    internal enum Verbs
    {
        Create,
        Drop,
        Rename,
        Move,
    }

    /// <summary>The kinds of object that a statement can change.</summary>
    internal enum Kinds
    {
        EnumType,
        Sequence,
        Table,
        PartOfTable,
    }

    /// <summary>Reads a statement; <see langword="null"/> for any other.</summary>
    public static OwnedStatement? Read(string sql)
    {
        foreach (var (pattern, verb, kind) in patterns)
        {
            if (pattern.Match(sql) is not { Success: true } match)
                continue;
            var name = new ObjectName(Group(match, "schema"), Group(match, "name")!); // every pattern has a name
            return new OwnedStatement(verb, kind, name, Group(match, "part"), Group(match, "new"));
        }

        return null;
    }

    private static string? Group(Match match, string group) => match.Groups[group] is { Success: true } found ? Unquote(found.Value) : null;

    private static string Unquote(string identifier)
        => identifier.StartsWith('"')
            ? identifier[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : identifier.ToLowerInvariant();

    [GeneratedRegex($@"^\s*CREATE\s+TYPE\s+{QualifiedName}\s+AS\s+ENUM\b", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CreateType();

    [GeneratedRegex($@"^\s*DROP\s+TYPE\s+(?:IF\s+EXISTS\s+)?{QualifiedName}", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DropType();

    [GeneratedRegex($@"^\s*ALTER\s+TYPE\s+{QualifiedName}\s+RENAME\s+TO\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RenameType();

    [GeneratedRegex(
        $@"^\s*ALTER\s+TYPE\s+{QualifiedName}\s+SET\s+SCHEMA\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoveType();

    [GeneratedRegex(
        $@"^\s*ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?{QualifiedName}\s+RENAME\s+TO\s+(?<new>{Identifier})",
        Options,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RenameSequence();

    [GeneratedRegex(
        $@"^\s*ALTER\s+SEQUENCE\s+(?:IF\s+EXISTS\s+)?{QualifiedName}\s+SET\s+SCHEMA\s+(?<new>{Identifier})",
        Options,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoveSequence();

    [GeneratedRegex($@"{AlterTable}RENAME\s+TO\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RenameTable();

    [GeneratedRegex($@"{AlterTable}SET\s+SCHEMA\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex MoveTable();

    [GeneratedRegex($@"{AlterTable}ADD\s+CONSTRAINT\s+(?<part>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex AddConstraint();

    [GeneratedRegex(
        $@"^\s*CREATE\s+(?:UNIQUE\s+)?INDEX\s+(?:CONCURRENTLY\s+)?(?:IF\s+NOT\s+EXISTS\s+)?"
            + $@"(?<part>{Identifier})\s+ON\s+(?:ONLY\s+)?{QualifiedName}",
        Options,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex CreateIndex();

    [GeneratedRegex(
        $@"{AlterTable}DROP\s+CONSTRAINT\s+(?:IF\s+EXISTS\s+)?(?<part>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex DropConstraint();

    [GeneratedRegex(
        $@"{AlterTable}RENAME\s+CONSTRAINT\s+(?<part>{Identifier})\s+TO\s+(?<new>{Identifier})", Options, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex RenameConstraint();
}
