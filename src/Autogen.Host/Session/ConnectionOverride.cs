using System.Data.Common;
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

    /// <summary>The connection string's password, so that it can be kept out of messages; <see langword="null"/> for none.</summary>
    public static string? PasswordOf(string? connectionString)
    {
        if (string.IsNullOrEmpty(connectionString))
            return null;
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
            foreach (var key in new[] { "Password", "PWD", "PSW" })
            {
                if (builder.TryGetValue(key, out var value) && value is string { Length: > 0 } password)
                    return password;
            }
        }
        catch (ArgumentException)
        {
            // A text that is no connection string holds no password that could be told apart.
        }

        return null;
    }
}
