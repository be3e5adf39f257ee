using System.Globalization;
using System.Text;
using Autogen.Rendering.Syntax;
using Autogen.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Autogen.Rendering;

/// <summary>
/// What is the same in every revision's file. Knows nothing of EF Core's types, only their names: the face writes empty revisions with it.
/// </summary>
internal static class RevisionSkeleton
{
    private const string BaseClass = "Revision";
    private const string Builder = "MigrationBuilder";
    private const string OwnNamespace = "Autogen";
    private const string BuilderNamespace = "Microsoft.EntityFrameworkCore.Migrations";

    // Control characters are in no file: those of texts are escaped.
    private const string UpgradePlace = "\u0001upgrade\u0001";
    private const string DowngradePlace = "\u0001downgrade\u0001";

    /// <summary>The name of the builder in both methods.</summary>
    internal const string Parameter = "op";

    /// <summary>A revision that does nothing yet: what <c>revision -m</c> and <c>merge</c> write.</summary>
    internal static string Render(RevisionHeader header)
    {
        using var output = new MemoryStream();
        Write(header, Names(header), new MethodBody([], null), new MethodBody([], null), output);
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    /// <summary>The names of a file: those that it needs in any case.</summary>
    internal static NameScope Names(RevisionHeader header) =>
        new(
            [OwnNamespace, BuilderNamespace, .. header.Usings],
            [BaseClass, Builder, "Upgrade", "Downgrade", header.ClassName, .. header.TakenClassNames, .. header.Namespace.Split('.')]);

    /// <summary>Writes the file.</summary>
    /// <param name="header">What it says of the revision itself.</param>
    /// <param name="names">What the bodies use.</param>
    /// <param name="upgrade">The body of <c>Upgrade</c>.</param>
    /// <param name="downgrade">The body of <c>Downgrade</c>.</param>
    /// <param name="output">Where to.</param>
    internal static void Write(RevisionHeader header, NameScope names, MethodBody upgrade, MethodBody downgrade, Stream output)
    {
        var builder = Known(BuilderNamespace, Builder, header);
        MemberDeclarationSyntax[] members =
        [
            SyntaxKit.Override("Upgrade", builder, Parameter, isFirst: true, SyntaxKit.Placeholder(UpgradePlace), upgrade.Expression),
            SyntaxKit.Override(
                "Downgrade", builder, Parameter, isFirst: false, SyntaxKit.Placeholder(DowngradePlace), downgrade.Expression),
        ];
        var declaration = SyntaxKit.SealedClass(
            Documentation(header), Attribute(header), header.ClassName, Known(OwnNamespace, BaseClass, header), members);
        var text = SyntaxKit.File(header.Namespace, names, declaration, header.Lines).ToFullString();
        Fill(text, [(UpgradePlace, upgrade), (DowngradePlace, downgrade)], output);
    }

    // A method with an arrow has no place for statements. Lines of the project's own are above both.
    private static void Fill(string text, IEnumerable<(string Place, MethodBody Body)> bodies, Stream output)
    {
        var written = 0;
        foreach (var (place, body) in bodies)
        {
            var at = text.LastIndexOf(place, StringComparison.Ordinal);
            if (at < 0)
                continue;
            output.Write(Encoding.UTF8.GetBytes(text[written..at]));
            foreach (var statement in body.Statements)
                output.Write(statement);
            written = at + place.Length;
        }

        output.Write(Encoding.UTF8.GetBytes(text[written..]));
    }

    /// <summary>A type of ours by its simple name, unless that means another one here.</summary>
    private static NameSyntax Known(string space, string name, RevisionHeader header) =>
        header.TakenClassNames.Contains(name, StringComparer.Ordinal) || header.Namespace.Split('.').Contains(name, StringComparer.Ordinal)
        ? SyntaxKit.Global(space, SyntaxKit.Identified(name))
        : SyntaxKit.Identified(name);

    private static SyntaxTriviaList Documentation(RevisionHeader header)
    {
        var summary = SyntaxKit.Summary(Lines(header.Message));
        return header.Remarks.Count == 0 ? summary : summary.AddRange(SyntaxKit.Remarks([.. header.Remarks.Select(Xml)]));
    }

    private static AttributeListSyntax Attribute(RevisionHeader header)
    {
        List<Argument> arguments = [new(null, _ => SyntaxKit.Quoted(header.Id))];
        AddTexts(arguments, "Revises", header.Revises);
        AddTexts(arguments, "Branch", header.Labels);
        AddTexts(arguments, "DependsOn", header.DependsOn);
        var created = header.Created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        arguments.Add(new("Created", _ => SyntaxKit.Quoted(created)));
        if (header.IsAdopted)
            arguments.Add(new("Adopted", _ => SyntaxKit.Truth(true)));
        return SyntaxKit.Attribute(BaseClass, arguments);
    }

    private static void AddTexts(List<Argument> arguments, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
            arguments.Add(new(name, SyntaxKit.OneOrSeveral(texts)));
    }

    /// <summary>The message as lines of XML, each without white space around it, without empty ones at either end.</summary>
    private static List<string> Lines(string message)
    {
        List<string> lines = [.. message.ReplaceLineEndings("\n").Split('\n').Select(l => Xml(l.Trim()))];
        var first = lines.FindIndex(l => l.Length > 0);
        return first < 0 ? [] : lines[first..(lines.FindLastIndex(l => l.Length > 0) + 1)];
    }

    private static string Xml(string line)
    {
        var result = new StringBuilder(line.Length);
        foreach (var character in VisibleText.OneLine(line))
        {
            _ = character switch
            {
                '&' => result.Append("&amp;"),
                '<' => result.Append("&lt;"),
                '>' => result.Append("&gt;"),
                _ => result.Append(character),
            };
        }

        return result.ToString();
    }
}
