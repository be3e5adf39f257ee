using System.CommandLine;

namespace Autogen.Tool.Commands;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    /// <summary>The project that holds the context.</summary>
    public static Option<string?> Project { get; } = new("--project", "-p")
    {
        Description = "The project that holds the DbContext: a folder or a .csproj; default: the one in the current folder.",
        HelpName = "DIR|CSPROJ",
        Recursive = true
    };

    /// <summary>The project that starts the application.</summary>
    public static Option<string?> StartupProject { get; } = new("--startup-project", "-s")
    {
        Description =
            "The project whose host, settings and dependencies are used; default: 'startupProject' of autogen.json, "
                + "else the one program of the solution that refers to the project, else --project. "
                + "Arguments after -- are handed to its startup.",
        HelpName = "DIR|CSPROJ",
        Recursive = true
    };

    /// <summary>The context.</summary>
    public static Option<string?> Context { get; } = new("--context", "-c")
    {
        Description = "Which DbContext, when the project has several.",
        HelpName = "NAME",
        Recursive = true
    };

    /// <summary>The database.</summary>
    public static Option<string?> Connection { get; } = new("--connection")
    {
        Description = "Where the database is: an ADO.NET connection string, or postgresql://user:pw@host:5432/db, sqlite:///file.db.",
        HelpName = "STRING",
        Recursive = true
    };

    /// <summary>A named database.</summary>
    public static Option<string[]> Database { get; } = new("--database", "-d")
    {
        Description = "A named database of autogen.json; repeatable where a command can serve several. With fleet a wildcard for names.",
        HelpName = "NAME",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false
    };

    /// <summary>MSBuild's configuration.</summary>
    public static Option<string?> Configuration { get; } = new("--configuration")
    {
        Description = "The configuration to build.",
        HelpName = "NAME",
        Recursive = true
    };

    /// <summary>The target framework.</summary>
    public static Option<string?> Framework { get; } = new("--framework")
    {
        Description = "The target framework, when the project has several.",
        HelpName = "TFM",
        Recursive = true
    };

    /// <summary>Whether not to build.</summary>
    public static Option<bool> NoBuild { get; } = new("--no-build")
    {
        Description = "Does not build: the project's output is used as it is.",
        Recursive = true
    };

    /// <summary>Whether to print JSON.</summary>
    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Prints one JSON document on standard output.",
        Recursive = true
    };

    /// <summary>Verbose output.</summary>
    public static Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Verbose output, with stack traces.",
        Recursive = true
    };

    /// <summary>Only the result is printed.</summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Prints only the result.", Recursive = true };

    /// <summary>Whether to do without colour.</summary>
    public static Option<bool> NoColor { get; } = new("--no-color")
    {
        Description = "No colour (also with NO_COLOR set, and when output is not a terminal).",
        Recursive = true
    };

    /// <summary>Whether to print where the time went.</summary>
    public static Option<bool> Timings { get; } = new("--timings")
    {
        Description = $"Prints on standard error where the command's time went (also with {Output.Timings.Variable}=1).",
        Recursive = true
    };

    /// <summary>Values for the project's environment.</summary>
    public static Option<string[]> X { get; } = new("-x")
    {
        Description = "Handed to the project's IAutogenEnvironment; repeatable.",
        HelpName = "KEY=VALUE",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false
    };

    /// <summary>The text after <c>--</c>.</summary>
    public static Argument<string[]> Rest { get; } = new("ARGS")
    {
        Description = "After --: handed to the application's own startup.",
        Arity = ArgumentArity.ZeroOrMore,
        Hidden = true
    };

    /// <summary>Adds the options to the command line.</summary>
    public static void AddTo(RootCommand root)
    {
        Option[] options =
        [
            Project, StartupProject, Context, Connection, Database, Configuration, Framework, NoBuild, Json, Verbose, Quiet, NoColor,
            Timings, X
        ];
        foreach (var option in options)
            root.Options.Add(option);
    }
}
