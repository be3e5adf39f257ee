using System.Buffers;
using System.Data.Common;
using Autogen.Schema.Dialects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Asks the server how it reads and writes expressions, on temporary tables. It needs the TEMP privilege and runs no function of a user.
/// Locks, temporary tables and round trips do not grow with the number of questions.
/// </summary>
/// <param name="dialect">The dialect.</param>
/// <param name="connection">An open connection.</param>
/// <param name="transaction">A transaction on it; the caller rolls it back.</param>
internal sealed class PostgreSqlProbe(Dialect dialect, DbConnection connection, DbTransaction transaction)
{
    private const string SqlSyntaxError = "42601";
    private const string Settings =
        """
        SELECT pg_catalog.set_config('standard_conforming_strings', 'on', true), pg_catalog.set_config('check_function_bodies', 'off', true)
        """;

    private static readonly SearchValues<char> operators = SearchValues.Create("+-*/<>=~!@#%^&|`?");

    private IReadOnlySet<string> notAsked = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Prepares the transaction. Call it once, before <see cref="AskAsync"/>.</summary>
    /// <exception cref="DbException">
    /// The role may not create temporary tables (42501), or nobody may: the session is read-only (25006), or the server has none (0A000).
    /// </exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        string[] statements = [SessionSettings.Sql, Settings, PostgreSqlQueries.Load("probe"), PostgreSqlQueries.Load("checked_domains")];
        using var command = Command(string.Join(";\n", statements));
        if (await ReadLastAsync(command, cancellationToken).ConfigureAwait(false) is [])
            return;

        using var names = Command(PostgreSqlQueries.Load("checked_types"));
        var rows = await ReadLastAsync(names, cancellationToken).ConfigureAwait(false);
        notAsked = rows.Select(row => (string)row).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Asks the server.</summary>
    /// <param name="items">The questions.</param>
    /// <param name="withCalls">Whether to find <see cref="ProbeAnswer.Calls"/>, which costs a third more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The answers. A question that would run a function of a user, to check a constant of its type, has no answer.</returns>
    public async Task<IReadOnlyDictionary<ProbeItem, ProbeAnswer>> AskAsync(
        IEnumerable<ProbeItem> items, bool withCalls, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<ProbeItem, ProbeAnswer>();
        var pending = ProbePack.Of(items.Where(MayBeAsked).Distinct());
        while (pending.Count > 0)
        {
            var rows = await SendAsync(pending, withCalls, cancellationToken).ConfigureAwait(false);
            var failed = new List<ProbePack>();
            foreach (var (number, pack) in pending.Index())
            {
                if (!TryRead(pack, rows[number + 1].ToList(), answers))
                    failed.AddRange(pack.Halves());
            }

            pending = failed;
        }

        return answers;
    }

    // A question that fails ends up alone in its pack, so that the failure is its own.
    private static bool TryRead(ProbePack pack, List<Row> rows, Dictionary<ProbeItem, ProbeAnswer> answers)
    {
        var failure = rows.Find(row => row.Failure is not null)?.Failure;
        var rendered = rows.Where(row => row.Item is not null).ToDictionary(row => row.Item ?? "", StringComparer.Ordinal);
        var found = pack.Items.Select((item, number) => rendered.GetValueOrDefault(ProbePack.NameOf(item, number))).ToList();

        // Fewer constraints than questions: one text ended the next one.
        var isWhole = failure is null && pack.Items.Zip(found).All(pair => pair.Second is not null || !IsRendered(pair.First.Form));
        if (!isWhole && pack.Items.Count > 1)
            return false;

        foreach (var (item, row) in pack.Items.Zip(found))
        {
            answers[item] = isWhole ? new ProbeAnswer(Unwrapped(item, row?.Rendered), row?.Calls, Failure: null)
                : new ProbeAnswer(
                    null,
                    null,
                    failure is null ? (SqlSyntaxError, "not a single expression") : (failure[..5], ProbePack.AtEnd(failure[6..])));
        }

        return true;
    }

    private static bool IsRendered(ProbeForm form) => form is ProbeForm.Default or ProbeForm.Condition or ProbeForm.Value or ProbeForm.Part;

    // Without IS NOT NULL, which the server writes as IS DISTINCT FROM NULL for a row.
    private static string? Unwrapped(ProbeItem item, string? text)
    {
        if (item.Form is not (ProbeForm.Value or ProbeForm.Part) || text is null)
            return text;
        var inner = item.Form == ProbeForm.Value ? text[1..^1] : text;
        return inner[..inner.LastIndexOf(" IS ", StringComparison.Ordinal)];
    }

    private static async Task<IReadOnlyList<object>> ReadLastAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var rows = new List<object>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        do
        {
            rows.Clear();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Add(reader.GetValue(0));
        }
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
        return rows;
    }

    private bool MayBeAsked(ProbeItem item)
        => notAsked.Count == 0
            || !(Mentions(item.Text) || Mentions(item.Type) || item.Columns.Any(column => Mentions(column.Definition)));

    // A domain's own name matters only where an array of it is meant. An operator is not a word.
    private bool Mentions(string text)
    {
        var words = PostgreSqlSpelling.Words(text);
        bool Has(string name) => words is not null && name.AsSpan().ContainsAnyExcept(operators)
            ? words.Contains(name)
            : text.Contains(name, StringComparison.OrdinalIgnoreCase);
        bool HasArray(string name) => text.Contains('[', StringComparison.Ordinal) && Has(name[..^2]);
        return notAsked.Any(name => name.EndsWith("[]", StringComparison.Ordinal) ? HasArray(name) : Has(name));
    }

    private async Task<ILookup<int, Row>> SendAsync(IReadOnlyList<ProbePack> packs, bool withCalls, CancellationToken cancellationToken)
    {
        using var command = Command("SELECT script, item, rendered, calls, failure FROM pg_temp.autogen_probe($1, $2, $3)");
        var tables = packs.Select(pack => "pg_temp." + pack.Name(dialect)).ToArray();
        var scripts = packs.Select(pack => pack.Script(dialect)).ToArray();
        foreach (var value in (object[])[tables, scripts, withCalls])
        {
            var parameter = command.CreateParameter();
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        var rows = new List<Row>();
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
            rows.Add(new Row(reader.GetInt32(0), Text(1), Text(2), Text(3), Text(4)));
        }

        return rows.ToLookup(row => row.Script);
    }

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    private sealed record Row(int Script, string? Item, string? Rendered, string? Calls, string? Failure);
}
