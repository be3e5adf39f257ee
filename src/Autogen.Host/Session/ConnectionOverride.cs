using Autogen.Messages;
using Autogen.Schema;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Host.Session;

/// <summary>Points a context to the database that the command line, the configuration or the environment names.</summary>
internal static class ConnectionOverride
{
    /// <summary>Sets the context's connection string, where the request has one.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.ConnectionInvalid"/>: not understood, for another database, or there is none.</exception>
    public static void Apply(DbContext context, HostRequest request)
    {
        if (request.Connection is { } given)
        {
            var source = request.ConnectionSource ?? "--connection";
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
                throw new AutogenException(ErrorCode.ConnectionInvalid, $"The connection string from {source} can't be understood: {exception.Message}", exception);
            }
        }
        else if (string.IsNullOrEmpty(context.Database.GetConnectionString()) && string.IsNullOrEmpty(context.Database.GetDbConnection().ConnectionString))
        {
            throw new AutogenException(
                ErrorCode.ConnectionInvalid,
                $"{context.GetType().Name} has no connection string. Give one with --connection, with AUTOGEN_URL, or as a database of autogen.json.");
        }
    }
}
