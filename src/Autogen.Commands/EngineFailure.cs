using System.Data.Common;
using System.Reflection;
using Autogen.Environments;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Upgrading;

namespace Autogen.Commands;

/// <summary>What a command that failed tells.</summary>
internal static class EngineFailure
{
    /// <summary>The event; without passwords.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="request">What was asked, if that is known.</param>
    /// <param name="connection">The context's connection, if it came to that.</param>
    /// <param name="interrupted">Whether the user wanted it so.</param>
    public static FailedEvent Of(Exception exception, HostRequest? request, DbConnection? connection, bool interrupted)
    {
        var known = Explain(exception, connection, interrupted);
        var failed = known is not null
            ? new FailedEvent(known.Code.Written(), known.Code.ExitCode(), known.Message, known.Details, exception.ToString())
            : new FailedEvent(
                null,
                1,
                $"{exception.GetType().Name}: {exception.Message}",
                new Dictionary<string, string>(StringComparer.Ordinal),
                exception.ToString());
        return failed.Redacted(
            [.. (request?.Connections ?? []).SelectMany(ConnectionUrl.Spellings), connection?.ConnectionString]);
    }

    private static AutogenException? Explain(Exception exception, DbConnection? connection, bool interrupted)
    {
        while (exception is TargetInvocationException { InnerException: { } inner })
            exception = inner;
        if (exception is AutogenException known)
            return known;
        if (exception is FileNotFoundException { FileName: { } file }
            && file.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
        {
            return new AutogenException(
                ErrorCode.ReferenceMissing,
                $"The application does not have {file.Split(',')[0]}: it does not use EF Core with a relational provider, or another "
                    + "project does (--project, --startup-project).",
                exception);
        }

        if (LoadFailure.Of(exception) is { } unloadable)
            return unloadable;
        if (exception is UpgradeInterruptedException)
            return new AutogenException(ErrorCode.Interrupted, exception.Message, exception);
        if (interrupted)
            return new AutogenException(
                ErrorCode.Interrupted,
                "Interrupted. What was running was rolled back; 'dotnet autogen current' says where the database is.",
                exception);
        return connection is null ? null : DatabaseErrors.ExplainAny(exception, connection);
    }
}
