using System.Globalization;
using Autogen.Graph;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Upgrading;

/// <summary>The refusal of a database that is behind its application.</summary>
internal static class PendingRevisions
{
    private const int Listed = 10;

    /// <summary>The error, for whoever reads the application's log: which database, where it is, what is pending, what to run.</summary>
    /// <param name="context">The context.</param>
    /// <param name="current">The revisions that the database is at.</param>
    /// <param name="pending">What it lacks, in order.</param>
    public static AutogenException Refusal(DbContext context, IReadOnlyList<string> current, IReadOnlyList<RevisionNode> pending)
    {
        var connection = context.Database.GetDbConnection();
        var ids = string.Join(',', pending.Select(node => node.Id));
        var listed = string.Join(", ", pending.Take(Listed).Select(node => $"{node.Id} ({node.Message})"))
            + (pending.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $" and {pending.Count - Listed} more") : "");
        var place = string.Equals(connection.Database, "main", StringComparison.Ordinal)
            ? $"'{connection.DataSource}'"
            : $"'{connection.Database}' at {connection.DataSource}";
        return new AutogenException(
            ErrorCode.NotUpToDate,
            $"{context.GetType().Name}'s database {place} is not up to date. "
                + $"It is at {(current.Count == 0 ? "<base>" : string.Join(", ", current))}, and "
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{pending.Count} {(pending.Count == 1 ? "revision is" : "revisions are")} pending: {listed}. ")
            + "Run 'dotnet autogen upgrade head' or the bundle's 'upgrade' on it before this version of the application starts.")
        {
            Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["current"] = string.Join(',', current), ["pending"] = ids },
        };
    }
}
