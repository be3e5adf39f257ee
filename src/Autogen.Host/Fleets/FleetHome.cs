using Autogen.Host.Session;
using Autogen.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Autogen.Host.Fleets;

/// <summary>The database of the fleet's session: it is asked where the others are, and may hold the ledger.</summary>
internal static class FleetHome
{
    /// <summary>
    /// Its connection string with its password, as far as that is known: what a provider makes of the context's options (a data source) may
    /// show it no more.
    /// </summary>
    public static string ConnectionStringOf(ProjectSession session)
        => session.Project.Connection is { } given
            ? ConnectionUrl.Parse(given, session.Project.ConnectionSource ?? "--connection").ConnectionString
            : RelationalOptionsExtension.Extract(session.Context.GetService<IDbContextOptions>()).ConnectionString
                ?? session.Context.Database.GetConnectionString()
                ?? session.Connection.ConnectionString;
}
