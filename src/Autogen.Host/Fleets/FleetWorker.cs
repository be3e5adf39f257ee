using System.Data.Common;
using Autogen.Commands;
using Autogen.Drivers;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Upgrading;
using Microsoft.EntityFrameworkCore;

namespace Autogen.Host.Fleets;

/// <summary>Works on one database after the other, with one context: its model, services and compiled steps stay.</summary>
internal sealed class FleetWorker : IAsyncDisposable
{
    private readonly ProjectSession home;
    private readonly FleetRequest request;
    private readonly Func<DbContext> createContext;
    private readonly DbProviderFactory factory;
    private FleetMember? member;
    private IAsyncDisposable? source;
    private string? shared;

    /// <summary>A worker with a context of its own.</summary>
    /// <param name="home">The fleet's session.</param>
    /// <param name="request">The command.</param>
    /// <param name="createContext">Makes a context.</param>
    public FleetWorker(ProjectSession home, FleetRequest request, Func<DbContext> createContext)
    {
        this.home = home;
        this.request = request;
        this.createContext = createContext;
        Session = CreateSession(createContext());
        factory = FleetDatabases.FactoryOf(home.Context);
    }

    private FleetDatabases Fleet => home.Driver.Fleet;

    /// <summary>The session of the database that is worked on.</summary>
    public ProjectSession Session { get; private set; }

    /// <summary>The steps that are compiled already.</summary>
    private CompiledSteps Steps { get; set; } = new();

    /// <summary>An upgrader of the database that is worked on.</summary>
    public Upgrader CreateUpgrader()
        => new(Session.Context, Session.Revisions, Session.CreateUpgradeOptions(), Session.CreateProgress(), Steps);

    /// <summary>
    /// Turns to a database, to look at it; the connection is open. Schemas of one database are looked at by one connection: their tables
    /// are addressed by the schema, and not by the search path.
    /// </summary>
    public async Task TurnToAsync(FleetMember next, CancellationToken cancellationToken)
    {
        if (next.Problem is { } problem)
            throw problem;
        member = next;
        Session = CreateSession(Session.Context, next.Schema, next.Schema);
        var reading = Fleet.ForReading(factory, next.Home!); // there is one where there is no problem
        if (reading == shared && Session.Connection.State == System.Data.ConnectionState.Open)
            return;
        await CloseAsync();
        await ConnectAsync(reading);
        await Session.OpenForReadingAsync(cancellationToken);
        shared = next.Schema is null ? null : reading;
    }

    /// <summary>Turns to the same database, to do anything to it; the connection is closed.</summary>
    public async Task TurnToWholeAsync()
    {
        await CloseAsync();
        Session = CreateSession(Session.Context, member!.Schema); // it has been turned to
        await ConnectAsync(member.Connection!);
    }

    /// <summary>Leaves the database.</summary>
    /// <param name="hasFailed">Whether the connection may be of no use for another database.</param>
    public async Task LeaveAsync(bool hasFailed)
    {
        if (hasFailed || shared is null)
            await CloseAsync();
    }

    // A context whose connection can't be closed is not used again.
    private async Task CloseAsync()
    {
        shared = null;
        if (await IsClosedAsync())
            return;
        await Session.DisposeAsync();
        Steps = new CompiledSteps();
        Session = CreateSession(createContext(), member?.Schema);
    }

    private async Task<bool> IsClosedAsync()
    {
        try
        {
            await Session.Context.Database.CloseConnectionAsync();
            return Session.Connection.State == System.Data.ConnectionState.Closed;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    private async Task ConnectAsync(string connection)
    {
        var former = source;
        source = Fleet.Connect(Session.Context, factory, connection);
        if (former is not null)
            await former.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        if (source is not null)
            await source.DisposeAsync();
    }

    // The environment is the worker's own: the project's class need not be safe for several threads.
    private ProjectSession CreateSession(DbContext context, string? schema = null, string? versionTableSchema = null)
    {
        var settings = request.Project.Settings;
        var own = settings with
        {
            Schemas = schema is null || settings.Schemas.Count > 0 ? settings.Schemas : [schema],
            VersionTableSchema = versionTableSchema ?? settings.VersionTableSchema,
        };
        return new ProjectSession(
            request with { Project = request.Project with { Settings = own } },
            new EventWriter(Pass),
            context,
            home.Revisions,
            home.FindEnvironment);
    }

    // Of what a command tells on its way, warnings are passed on, with the database's name.
    private void Pass(HostEvent hostEvent)
    {
        if (hostEvent is LogEvent { Level: "warning" } log && member is { } about)
            home.Events.Warn($"{about.Name}: {about.Redacted(log.Text)}");
    }
}
