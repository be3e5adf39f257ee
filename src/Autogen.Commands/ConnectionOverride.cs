using Autogen.Messages;
using Autogen.Schema;
using Autogen.Schema.Dialects;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Commands;

/// <summary>Points a context to the database that the command line, the configuration or the environment names.</summary>
internal static class ConnectionOverride
{
    /// <summary>Sets the context's connection string, where the project has one.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ConnectionInvalid"/>: not understood, for another database, or there is none.
    /// </exception>
    public static void Apply(DbContext context, ProjectRequest project)
    {
        if (project.Connection is { } given)
        {
            var source = project.ConnectionSource ?? "--connection";
            var (provider, connectionString) = ConnectionUrl.Parse(given, source);
            if (provider is not null && !string.Equals(provider, context.Database.ProviderName, StringComparison.Ordinal))
            {
                throw new AutogenException(
                    ErrorCode.ConnectionInvalid,
                    $"The URL from {source} is for {provider}, but {context.GetType().Name} uses {context.Database.ProviderName}. "
                    + "Give a URL for the context's database, or let the context choose its provider by its own settings.");
            }

            try
            {
                context.Database.SetConnectionString(connectionString);
                _ = context.Database.GetDbConnection();
            }
            catch (ArgumentException exception)
            {
                throw Invalid($"The connection string from {source}", context, exception);
            }
        }
        else if (!HasOwn(context))
        {
            throw new AutogenException(
                ErrorCode.ConnectionInvalid,
                $"{context.GetType().Name} has no connection string. Give one with --connection, with AUTOGEN_URL, "
                    + "or as a database of autogen.json.");
        }
    }

    // The provider reads a connection string when it is first asked for it.
    private static bool HasOwn(DbContext context)
    {
        try
        {
            var connection = context.Database.GetDbConnection();
            return !string.IsNullOrEmpty(context.Database.GetConnectionString()) || !string.IsNullOrEmpty(connection.ConnectionString);
        }
        catch (ArgumentException exception)
        {
            throw Invalid($"The connection string of {context.GetType().Name}", context, exception);
        }
    }

    private static AutogenException Invalid(string subject, DbContext context, ArgumentException exception)
    {
        var provider = context.Database.ProviderName;
        var other = AllDialects.All.FirstOrDefault(dialect => dialect.ProviderName != provider
            && dialect.ConnectionKeywords.Any(keyword => exception.Message.Contains($"'{keyword}'", StringComparison.OrdinalIgnoreCase)));
        return new AutogenException(
            ErrorCode.ConnectionInvalid,
            $"{subject} can't be understood: {Sentence.Ended(exception.Message)} "
            + (other is null
                ? $"Correct it for {provider}."
                : $"It is a connection string for {other.Name}, but {context.GetType().Name} uses {provider}: give one for that."),
            exception);
    }
}
