using System.Text.RegularExpressions;
using Autogen.Schema.Objects;

namespace Autogen.Design.Planning;

/// <summary>
/// The sequences that defaults of a schema's columns take values from, by the defaults' texts. A serial's own default is not one.
/// </summary>
internal sealed partial class UsedSequences
{
    private readonly HashSet<(string? Schema, string Name)> names;
    private readonly string? defaultSchema;

    /// <summary>Reads the defaults.</summary>
    public UsedSequences(DatabaseSchema schema)
    {
        defaultSchema = schema.DefaultSchema.Value;
        names = [.. schema.Tables.SelectMany(table => table.Columns).Select(column => column.Default?.Text).OfType<string>()
            .SelectMany(text => NextValue().Matches(text))
            .Select(match => SqlName.Parse(match.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal)))
            .OfType<ObjectName>()
            .Select(name => (name.Schema, name.Name))];
    }

    /// <summary>Whether a default uses the sequence. A name without a schema may be found anywhere on the search path.</summary>
    public bool Use(ObjectName sequence)
        => names.Contains((null, sequence.Name)) || names.Contains((sequence.Schema ?? defaultSchema, sequence.Name));

    [GeneratedRegex(
        """nextval\s*\(\s*'(?<name>(?:[^']|'')+)'""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex NextValue();
}
