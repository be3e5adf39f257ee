using Autogen.Messages;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary>
/// Gives an application that can't be built without its connection string the connection that was given to the tool, under the name that it
/// asks for. Only after it has failed, and only if the name is surely that of the context.
/// </summary>
/// <param name="context">The command.</param>
/// <param name="set">The environment variables that the application gets in any case.</param>
internal sealed class HandedConnection(CommandContext context, IReadOnlyDictionary<string, string> set)
{
    private IReadOnlyList<ConnectionName>? names;

    /// <summary>The connection strings that the sources ask for and the environment does not have.</summary>
    public IReadOnlyList<ConnectionName> Names => names ??=
    [
        .. ConnectionNames.Of([context.Project.Directory, context.StartupProject.Directory]).Where(name => !IsSet(name.Name)),
    ];

    /// <summary>The name that the application gets the connection under; <see langword="null"/> for none.</summary>
    /// <param name="connection">What was given; <see langword="null"/> for nothing.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="contextName">The context that the user chose.</param>
    public string? NameFor(string? connection, string? source, string? contextName)
        => connection is not null
            && ConnectionNames.Choose(Names, contextName) is { } chosen
            && IsOfProvider(chosen, ConnectionUrl.Parse(connection, source ?? "--connection").Provider)
            ? chosen.Name
            : null;

    /// <summary>The failure, with what to set if it is about connection strings.</summary>
    /// <param name="failed">The failure.</param>
    /// <param name="handed">The name under which the application had the connection; <see langword="null"/> for none.</param>
    public FailedEvent Explain(FailedEvent failed, string? handed)
        => ApplicationConnection.MayBeMissing(failed.Code)
            ? failed with
            {
                Message = failed.Message + ApplicationConnection.Hint(
                    failed.Message,
                    [.. Names.Select(name => name.Name).Where(name => name != handed).Distinct(StringComparer.OrdinalIgnoreCase)])
            }
            : failed;

    // A URL says which database it is for, and so does the method: UseSqlite is in the package Microsoft.EntityFrameworkCore.Sqlite.
    private static bool IsOfProvider(ConnectionName name, string? provider)
        => provider is null || name.Method is null || provider.Contains(name.Method["Use".Length..], StringComparison.Ordinal);

    private bool IsSet(string name)
        => set.Keys.Any(key => string.Equals(key, ApplicationConnection.Variable(name), StringComparison.OrdinalIgnoreCase))
            || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(ApplicationConnection.Variable(name)));
}
