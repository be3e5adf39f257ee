using System.Data.Common;
using System.IO.Enumeration;
using Autogen.Drivers;
using Autogen.Host.Session;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Fleets;

/// <summary>The databases of a fleet: listed or asked for, named once, each a database of its own.</summary>
internal sealed class FleetMembers(ProjectSession session, FleetRequest request)
{
    private const int MostNamed = 5;
    private readonly FleetDatabases fleet = session.Driver.Fleet;

    /// <summary>Those that the names and the shard of the request leave, in the order of the fleet.</summary>
    /// <returns>The databases, and how many are in other shards.</returns>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.FleetUnreadable"/>, or <see cref="ErrorCode.FleetInvalid"/>: no database, a name or a database twice.
    /// </exception>
    public async Task<(IReadOnlyList<FleetMember> Members, int OtherShards)> ReadAsync(CancellationToken cancellationToken)
    {
        var databases = request.Source.Databases ?? await new FleetQuery(session, request.Source).ReadAsync(cancellationToken);
        if (databases.Count == 0)
            throw Invalid("The fleet has no database. Correct 'fleet' of autogen.json.");
        if (Twice(databases, database => database.Name) is { } name)
            throw Invalid($"Two databases of the fleet have one name: {name}. Give each a name of its own.");
        if (session.Project.Settings.VersionTableSchema is { } one && databases.Any(database => database.Schema is not null))
            throw Invalid($"Each schema of the fleet has a version table of its own, and 'versionTableSchema' names one schema: '{one}'.");
        var named = databases.Where(database => request.Names.Count == 0 || request.Names.Any(pattern => Matches(pattern, database.Name)));
        IReadOnlyList<FleetDatabase> chosen = [.. named];
        if (chosen.Count == 0)
            throw Invalid($"No database of the fleet has a name like {string.Join(", ", request.Names.Select(text => $"'{text}'"))} (-d).");
        var factory = FleetDatabases.FactoryOf(session.Context);
        IReadOnlyList<FleetMember> all = [.. chosen.Select(database => MemberOf(database, factory))];
        if (Twice(all.Where(member => member.Place is not null), member => member.Place!) is { } place)
        {
            var names = all.Where(member => member.Place == place).Select(member => member.Name).Take(MostNamed);
            throw Invalid($"Databases of the fleet are one and the same: {string.Join(", ", names)}. Name it once.");
        }

        var own = FleetPlan.Of(all, request.Shard, member => member.Name);
        return (own, all.Count - own.Count);
    }

    /// <summary>Whether a name is like a wildcard: <c>*</c> and <c>?</c>; case matters.</summary>
    public static bool Matches(string pattern, string name) => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static string? Twice<T>(IEnumerable<T> items, Func<T, string> keyOf)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return items.Select(keyOf).FirstOrDefault(key => !seen.Add(key));
    }

    private static AutogenException Invalid(string message) => new(ErrorCode.FleetInvalid, message);

    private FleetMember MemberOf(FleetDatabase database, DbProviderFactory factory)
    {
        var source = $"database '{database.Name}' of the fleet";
        try
        {
            if (database.Problem is { } problem)
                throw new AutogenException(ErrorCode.ConnectionInvalid, problem);
            var given = database.Connection ?? request.Source.Template?.Replace("{name}", database.Name, StringComparison.Ordinal)
                ?? throw new AutogenException(
                    ErrorCode.ConnectionInvalid, $"The {source} has no connection, and 'fleet' has no 'connection' with {{name}}.");
            var (provider, text) = ConnectionUrl.Parse(given, source);
            if (provider is not null && !string.Equals(provider, session.Context.Database.ProviderName, StringComparison.Ordinal))
                throw new AutogenException(
                    ErrorCode.ConnectionInvalid,
                    $"The URL of {source} is for {provider}, not for {session.Context.Database.ProviderName}.");
            var builder = factory.CreateConnectionStringBuilder()!; // both providers have one
            builder.ConnectionString = text;
            fleet.DoNotPool(builder);
            var home = builder.ConnectionString;
            if (database.Schema is { } schema)
                fleet.UseSchema(builder, schema);
            return new FleetMember(
                database.Name,
                builder.ConnectionString,
                home,
                fleet.ServerOf(builder),
                fleet.PlaceOf(builder),
                database.Schema,
                Problem: null);
        }
        catch (Exception exception) when (exception is AutogenException or ArgumentException or NotSupportedException or FormatException)
        {
            var known = exception as AutogenException ?? new AutogenException(
                ErrorCode.ConnectionInvalid,
                Redaction.Of(
                    $"The connection string of {source} can't be understood: {Sentence.Ended(exception.Message)}",
                    [.. ConnectionUrl.Spellings(database.Connection)]),
                exception);
            return new FleetMember(database.Name, Connection: null, Home: null, Server: database.Name, Place: null, database.Schema, known);
        }
    }
}
