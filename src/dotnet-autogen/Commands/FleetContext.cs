using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary>What the commands of the fleet begin with.</summary>
/// <param name="Command">The project and its settings.</param>
/// <param name="Source">Where the databases are.</param>
/// <param name="AsksDatabase">Whether the engine asks a database where the others are.</param>
internal sealed record FleetContext(CommandContext Command, FleetSource Source, bool AsksDatabase)
{
    /// <summary>Reads the settings, and the list of the databases.</summary>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.ConfigurationInvalid"/> or <see cref="ErrorCode.FleetUnreadable"/>.
    /// </exception>
    public static async Task<FleetContext> CreateAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var settings = AutogenJson.Read(new CommandContext(parsed, servesFleet: true).Project.Directory);
        var context = new CommandContext(parsed, servesFleet: true);
        var listing = new FleetListing(settings, context.Project.Directory);
        var source = await listing.ReadAsync(cancellationToken);
        var named = settings.Fleet!.Database is { } database ? [database] : listing.Named; // the listing has refused null
        RequireAlike(settings, named);
        if (named is [var first, ..])
            context = new CommandContext(parsed, first, servesFleet: true);
        return new FleetContext(context, source, settings.Fleet.AsksDatabase);
    }

    // One process has one context, which is configured once.
    private static void RequireAlike(AutogenJson settings, IReadOnlyList<string> named)
    {
        var kinds = named.Select(settings.Database)
            .Select(database => JsonSerializer.Serialize(
                settings with
                {
                    Databases = new Dictionary<string, NamedDatabase>(StringComparer.Ordinal)
                    {
                        ["any"] = database with { Connection = null, ConnectionFrom = null }
                    },
                    Fleet = null,
                },
                AutogenJsonSerialization.Default.AutogenJson))
            .Distinct(StringComparer.Ordinal);
        if (kinds.Count() > 1)
            throw FleetSettings.Refused(
                "its databases differ in more than 'connection' and 'connectionFrom', and one process serves them all. "
                    + "Divide them with a narrower 'pattern', or run 'upgrade -d' for those that differ.");
    }
}
