using System.Globalization;
using System.Text;
using Autogen.Schema.Dialects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Questions that share a temporary table: their columns do not contradict each other, and no expression can see a column that its own
/// table lacks. The table is partitioned: PostgreSQL makes no file and no TOAST table for it.
/// </summary>
internal sealed class ProbePack(string? table)
{
    // A pack that fails is halved. To render one expression the server compares the names of all columns with each other.
    private const int MostItems = 200;
    private const int MostColumns = 24;
    private const int MostOpenPacks = 8;

    private readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> otherWords = new(StringComparer.Ordinal);
    private readonly List<ProbeItem> items = [];
    private bool isClosed;
    private int width;

    /// <summary>The questions.</summary>
    public IReadOnlyList<ProbeItem> Items => items;

    private bool IsOpen => !isClosed && items.Count < MostItems && width < MostColumns;

    /// <summary>Name of the column or constraint that a question makes.</summary>
    public static string NameOf(ProbeItem item, int number)
        => string.Create(CultureInfo.InvariantCulture, $"autogen {(item.Form == ProbeForm.Part ? "part " : "")}{number}");

    /// <summary>
    /// The server's message for a text with an open parenthesis: it closes the text's own, and the server meets the word behind it.
    /// </summary>
    public static string AtEnd(string message) => message.Replace("at or near \"PARTITION\"", "at end of input", StringComparison.Ordinal);

    /// <summary>Packs questions, each into the first of the last few open packs that it fits.</summary>
    public static IReadOnlyList<ProbePack> Of(IEnumerable<ProbeItem> items)
    {
        var packs = new List<ProbePack>();
        foreach (var group in items.GroupBy(item => item.Table, StringComparer.Ordinal))
        {
            var open = new List<ProbePack>();
            foreach (var item in group)
            {
                open.RemoveAll(pack => !pack.IsOpen);
                if (open.Exists(pack => pack.TryAdd(item)))
                    continue;
                var added = new ProbePack(group.Key);
                added.TryAdd(item);
                packs.Add(added);
                open.Add(added);
                if (open.Count > MostOpenPacks)
                    open.RemoveAt(0);
            }
        }

        return packs;
    }

    /// <summary>Packs with half of the questions each.</summary>
    public IEnumerable<ProbePack> Halves() => Of(items.Take(items.Count / 2)).Concat(Of(items.Skip(items.Count / 2)));

    /// <summary>The temporary table's name, quoted.</summary>
    public string Name(Dialect dialect) => dialect.Quote(table ?? "autogen probe");

    /// <summary>Statements that create the table.</summary>
    public string Script(Dialect dialect)
    {
        var name = Name(dialect);
        var script = new StringBuilder("CREATE TEMP TABLE ").Append(name).Append(" (\"autogen key\" pg_catalog.int4");
        foreach (var (column, definition) in columns)
            script.Append(", ").Append(dialect.Quote(column)).Append(' ').Append(definition);
        foreach (var (number, item) in items.Index())
            script.Append(Element(item, dialect.Quote(NameOf(item, number))));

        script.Append(") PARTITION BY LIST (\"autogen key\")");
        foreach (var item in items.Where(item => item.Form == ProbeForm.Filter))
            script.Append(";\nCREATE INDEX ON pg_temp.").Append(name).Append(" ((1)) WHERE ").Append(item.Text);
        return script.ToString();
    }

    private static string Element(ProbeItem item, string name) => item.Form switch
    {
        ProbeForm.Type => $", {name} {item.Type}",
        ProbeForm.Default => $", {name} {item.Type} DEFAULT ({item.Text})",
        ProbeForm.Condition => $", CONSTRAINT {name} CHECK ({item.Text})",
        ProbeForm.Value or ProbeForm.Part => $", CONSTRAINT {name} CHECK (({item.Text}) IS NOT NULL)",
        ProbeForm.Generated when item.Type.LastIndexOf(' ') is var end
            => $", {name} {item.Type[..end]} GENERATED ALWAYS AS ({item.Text}){item.Type[end..]}",
        _ => "",
    };

    private bool TryAdd(ProbeItem item)
    {
        var words = item.Words.Value;
        if (items.Count > 0 && (words is null || !Fits(item, words)))
            return false;

        isClosed = words is null;
        items.Add(item);
        width += item.Form is ProbeForm.Type or ProbeForm.Default or ProbeForm.Generated ? 1 : 0;
        foreach (var (name, definition) in item.Columns)
            width += columns.TryAdd(name, definition) ? 1 : 0;
        otherWords.UnionWith((words ?? Enumerable.Empty<string>()).Where(word => !columns.ContainsKey(word)));
        return true;
    }

    private bool Fits(ProbeItem item, IReadOnlySet<string> words)
    {
        bool IsFree((string Name, string Definition) column) => columns.TryGetValue(column.Name, out var definition)
            ? string.Equals(definition, column.Definition, StringComparison.Ordinal)
            : !otherWords.Contains(column.Name);
        var own = item.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return item.Columns.All(IsFree) && words.All(word => own.Contains(word) || !columns.ContainsKey(word));
    }
}
