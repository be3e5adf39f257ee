using System.CommandLine;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary><c>revision --autogenerate -d pg -d lite</c>: one revision that serves PostgreSQL and SQLite.</summary>
internal static class SeveralProviders
{
    /// <summary>Compares each database with its model, and makes one file of what comes out.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="databases">The databases' names.</param>
    /// <param name="allowEmpty">Whether a revision is written even if nothing differs.</param>
    /// <param name="autogenerate">Compares one; the file is written for it even if it does nothing.</param>
    /// <exception cref="AutogenException">The databases do not share their revisions, or two have one provider.</exception>
    public static async Task<RevisionResult> AutogenerateAsync(
        ParseResult parsed, IReadOnlyList<string> databases, bool allowEmpty, Func<CommandContext, Task<RevisionResult>> autogenerate)
    {
        var contexts = databases.Select(name => new CommandContext(parsed, name)).ToList();
        if (contexts.Select(context => context.RevisionsFolder).Distinct(StringComparer.Ordinal).ToList() is { Count: > 1 } folders)
            throw new AutogenException(
                ErrorCode.ConfigurationInvalid,
                $"The databases {string.Join(", ", databases)} have revisions of their own ({string.Join(", ", folders)}): "
                    + "write one for each, with one -d.");

        var results = new List<(string Name, RevisionResult Result)>();
        foreach (var context in contexts)
        {
            context.Terminal.Progress($"Database '{context.DatabaseName}':", "bold");
            results.Add((context.DatabaseName!, await autogenerate(context))); // it was given one
        }

        if (results.GroupBy(entry => entry.Result.Provider, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
            throw new AutogenException(
                ErrorCode.CommandLine,
                $"{string.Join(" and ", same.Select(entry => $"'{entry.Name}'"))} are both databases of {same.Key}: "
                    + "a revision has one way for each provider. Write it for one of them, and upgrade both.");
        var (postgres, sqlite) = (Of("postgresql"), Of("sqlite"));
        var joined = postgres with
        {
            Provider = null,
            Changes = [.. postgres.Changes, .. sqlite.Changes],
            Risks = [.. postgres.Risks.Concat(sqlite.Risks).Distinct()]
        };
        return !allowEmpty && ProviderMerge.IsEmpty(postgres.Text!) && ProviderMerge.IsEmpty(sqlite.Text!) // an empty revision was allowed
            ? joined with { Id = null, FileName = null, Text = null }
            : joined with { Text = ProviderMerge.Merge(postgres.Text!, sqlite.Text!) };

        RevisionResult Of(string provider)
            => results.First(entry => string.Equals(entry.Result.Provider, provider, StringComparison.Ordinal)).Result;
    }
}
