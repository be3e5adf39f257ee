using System.Globalization;
using System.Text;
using Autogen.Messages;

namespace Autogen.Tool.Output.Diff;

/// <summary>All significant differences of one table, or of one object that belongs to none.</summary>
/// <param name="Kind">The kind: <c>table</c>, <c>enum type</c> …</param>
/// <param name="Name">Its name.</param>
/// <param name="Objects">What differs; at least one.</param>
internal sealed record DiffCard(string Kind, string Name, IReadOnlyList<DiffObject> Objects)
{
    private const string Table = "table";

    /// <summary>What happens to the table: <c>added</c>, <c>removed</c>, <c>renamed</c> or <c>altered</c>.</summary>
    public string Action => Objects.Where(item => item.Lines[0].Table is null).Select(item => item.Action)
        .Distinct(StringComparer.Ordinal).ToList() switch
    {
        [var only] => only,
        _ => "altered",
    };

    /// <summary>
    /// The name as a part of an address: letters and digits of ASCII as they are, <c>_</c> doubled, any other character as its code.
    /// </summary>
    public string Anchor
    {
        get
        {
            var anchor = new StringBuilder(Kind.Replace(' ', '-')).Append('-');
            foreach (var character in Name)
            {
                if (char.IsAsciiLetterOrDigit(character))
                    anchor.Append(character);
                else if (character == '_')
                    anchor.Append("__");
                else
                    anchor.Append(CultureInfo.InvariantCulture, $"_{(int)character:X4}");
            }

            return anchor.ToString();
        }
    }

    /// <summary>Whether a danger is one of this table.</summary>
    public bool Has(RiskMessage risk) => Kind == Table && string.Equals(risk.Table, Name, StringComparison.Ordinal);

    /// <summary>A card for each table and each other object, in the order in which the lines name them.</summary>
    public static IReadOnlyList<DiffCard> Of(IEnumerable<ChangeMessage> changes)
        => [.. changes.Where(change => !change.Cosmetic)
            .GroupBy(change => change.Table is { } table ? (Kind: Table, Name: table) : (change.Kind, change.Name))
            .Select(group => new DiffCard(group.Key.Kind, group.Key.Name, [.. DiffObject.Of(group)]))];
}
