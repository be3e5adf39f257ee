using System.Data.Common;
using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.PostgreSql;

/// <summary>
/// Has the server render expressions, so that like is compared with like. Only texts that differ and may still mean the same are asked for.
/// The database's text is a rendering already: it is rendered again only where the model's differs from it.
/// </summary>
internal sealed class PostgreSqlNormaliser(Dialect dialect)
{
    /// <summary>Both schemas with canonical expressions.</summary>
    public async Task<NormalisedSchemas> NormaliseAsync(
        DbConnection connection, DatabaseSchema current, DatabaseSchema target, CancellationToken cancellationToken)
    {
        var pairs = ExpressionPair.Of(current, target, dialect);
        foreach (var pair in pairs)
            pair.CompareWithoutServer();

        var asked = pairs.Where(pair => !pair.IsSettled).ToList();
        if (asked.Count > 0)
        {
            try
            {
                await RenderAsync(connection, asked, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception) when (exception.SqlState is "42501" or "25006" or "0A000")
            {
                return new NormalisedSchemas(current, target, Refusal(exception));
            }
        }

        return new NormalisedSchemas(
            Map(current, pairs, pair => pair.LiveCanonical), Map(target, pairs, pair => pair.ModelCanonical), Refusal: null);
    }

    private async Task RenderAsync(DbConnection connection, IReadOnlyList<ExpressionPair> asked, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var rollback = transaction.ConfigureAwait(false);
        var probe = new PostgreSqlProbe(dialect, connection, transaction);
        await probe.PrepareAsync(cancellationToken).ConfigureAwait(false);

        // Up to three rounds: the model's; the model's second and the database's first; the database's second.
        // Two renderings each, because one is no fixpoint: varchar IN (...) is rendered differently when its rendering is read again.
        for (var open = asked; open.Count > 0; open = [.. open.Where(pair => !pair.IsSettled)])
        {
            var answers = await probe.AskAsync(
                open.SelectMany(pair => pair.Questions()), withCalls: false, cancellationToken).ConfigureAwait(false);
            foreach (var pair in open)
                pair.Hear(answers);
        }
    }

    private static DatabaseSchema Map(DatabaseSchema schema, IReadOnlyList<ExpressionPair> pairs, Func<ExpressionPair, string?> canonical)
    {
        var texts = pairs.Where(pair => canonical(pair) is not null).ToLookup(pair => pair.Table);
        return schema with
        {
            Tables = schema.Tables.Select(table =>
            {
                var known = texts[table.Name].ToDictionary(pair => pair.Owner, canonical, StringComparer.Ordinal);
                SqlExpression Canonical(string owner, SqlExpression expression)
                    => known.TryGetValue(owner, out var text) ? expression with { Canonical = text } : expression;
                return known.Count == 0 ? table : TableExpressions.Map(table, Canonical);
            }).ToEquatableList(),
        };
    }

    private static string Refusal(DbException exception)
    {
        var advice = exception.SqlState is "25006"
            ? "Connect to the primary server, in a session that may write: temporary tables are created and rolled back."
            : "Grant TEMP on the database to the role.";
        var reason = $"The server was not asked how it writes expressions ({exception.Message})";
        return $"{reason}: they are compared as text, and some can't be compared. {advice}";
    }
}
