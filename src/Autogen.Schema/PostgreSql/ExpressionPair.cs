using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// The database's expression and the model's of the same column, constraint or index, and their canonical texts as they become
/// known. One side may be missing.
/// </summary>
internal sealed class ExpressionPair
{
    private static readonly Dictionary<string, string> noColumns = new(StringComparer.Ordinal);

    private readonly Side? live;
    private readonly Side? model;

    private ExpressionPair(
        ObjectName table, string owner, ExpressionKey? live, ExpressionKey? model, Func<ExpressionKey, string, ProbeItem> question)
    {
        (Table, Owner) = (table, owner);
        this.live = live is null ? null : new Side(live, question);
        this.model = model is null ? null : new Side(model, question);
    }

    /// <summary>The table.</summary>
    public ObjectName Table { get; }

    /// <summary>The column, constraint or index, as <see cref="TableExpressions.Of"/> has it.</summary>
    public string Owner { get; }

    /// <summary>Whether nothing is left to ask.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>The database's expression as the server writes it; <see langword="null"/> where it was not asked.</summary>
    public string? LiveCanonical => live?.Canonical;

    /// <summary>The model's expression as the server writes it; <see langword="null"/> where it was not asked.</summary>
    public string? ModelCanonical => model?.Canonical;

    /// <summary>All pairs whose texts differ.</summary>
    public static IReadOnlyList<ExpressionPair> Of(DatabaseSchema current, DatabaseSchema target, Dialect dialect)
    {
        var models = target.Tables.ToDictionary(table => table.Name);
        var lives = current.Tables.ToDictionary(table => table.Name);
        var pairs = current.Tables
            .Where(table => models.ContainsKey(table.Name))
            .SelectMany(table => Of(table, models[table.Name], dialect));

        // A table on one side only may be renamed from one on the other side only.
        var liveOnly = current.Tables.Where(table => !models.ContainsKey(table.Name)).ToList();
        var modelOnly = target.Tables.Where(table => !lives.ContainsKey(table.Name)).ToList();
        if (liveOnly.Count > 0 && modelOnly.Count > 0)
        {
            pairs = pairs.Concat(liveOnly.SelectMany(table => Of(table, model: null, dialect)))
                .Concat(modelOnly.SelectMany(table => Of(live: null, table, dialect)));
        }

        return [.. pairs];
    }

    /// <summary>Settles the pair where that is possible without the server.</summary>
    public void CompareWithoutServer()
    {
        if (live is null || model is null || !live.Key.IsSurely(model.Key))
            return;
        live.Canonical = model.Canonical = live.Key.Canonical(live.Key.Text);
        IsSettled = true;
    }

    /// <summary>The next questions for the server.</summary>
    public IEnumerable<ProbeItem> Questions() => Asked().Select(side => side.Question());

    /// <summary>Takes the server's answers.</summary>
    public void Hear(IReadOnlyDictionary<ProbeItem, ProbeAnswer> answers)
    {
        foreach (var side in Asked().ToList())
            side.Hear(answers.GetValueOrDefault(side.Question()));

        // The model's first rendering is what the database would contain, had it been made from the model.
        var written = live?.Key.Canonical(live.Key.Text);
        if (live is { Readings: 0 } && model is { Canonical: { } rendered } && string.Equals(rendered, written, StringComparison.Ordinal))
            (live.Canonical, IsSettled) = (rendered, true);
        else
            IsSettled = !Asked().Any();
    }

    private IEnumerable<Side> Asked()
    {
        if (model is { IsDone: false })
            yield return model;
        if (live is { IsDone: false } && model is null or { Readings: > 0 })
            yield return live!; // not null, as was just asked
    }

    private static IEnumerable<ExpressionPair> Of(Table? live, Table? model, Dialect dialect)
    {
        var table = live ?? model!; // one of them is there
        var lives = Expressions(live);
        var models = Expressions(model);
        Dictionary<string, string>? columns = null;
        ProbeItem Question(ExpressionKey key, string text) => key.Kind == "default"
            ? ProbeItem.Of(ProbeForm.Default, key.Type, text, table.Name.Name, noColumns, dialect.StoredName)
            : ProbeItem.Of(Form(key), "", text, table.Name.Name, columns ??= Columns(live, model), dialect.StoredName);

        // By owner, not by text: two defaults that have changed places are on both sides, and neither is the same.
        foreach (var owner in lives.Keys.Union(models.Keys, StringComparer.Ordinal))
        {
            var (one, other) = (lives.GetValueOrDefault(owner), models.GetValueOrDefault(owner));
            if (one != other)
                yield return new ExpressionPair(table.Name, owner, one, other, Question);
        }
    }

    private static IReadOnlyDictionary<string, ExpressionKey> Expressions(Table? table)
        => table is null ? new Dictionary<string, ExpressionKey>(StringComparer.Ordinal) : TableExpressions.Of(table);

    private static ProbeForm Form(ExpressionKey key) => key.Kind switch
    {
        "check" or "filter" => ProbeForm.Condition,
        "index" => ProbeForm.Part,
        _ => ProbeForm.Value,
    };

    // The database's type where both have the column.
    private static Dictionary<string, string> Columns(Table? live, Table? model)
    {
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in (live?.Columns ?? []).Concat(model?.Columns ?? []))
            columns.TryAdd(column.Name, column.Type.Text);
        return columns;
    }

    private sealed class Side(ExpressionKey key, Func<ExpressionKey, string, ProbeItem> question)
    {
        private string text = key.Text;
        private ProbeItem? item;

        public ExpressionKey Key => key;

        public string? Canonical { get; set; }

        public int Readings { get; private set; }

        public bool IsDone { get; private set; }

        public ProbeItem Question() => item ??= question(key, text);

        // A refused text is its own canonical text: it needs what does not exist yet, so it differs from everything that does.
        // Without an answer the texts are compared as text.
        public void Hear(ProbeAnswer? answer)
        {
            var rendered = answer?.Rendered;
            Canonical = answer is null ? null : rendered is null ? key.Text : key.Canonical(rendered);
            Readings++;
            IsDone = rendered is null || Readings == 2 || string.Equals(rendered, text, StringComparison.Ordinal);
            (text, item) = (rendered ?? text, null);
        }
    }
}
