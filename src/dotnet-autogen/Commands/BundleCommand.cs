using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Projects;
using Autogen.Tool.Sources;

namespace Autogen.Tool.Commands;

/// <summary><c>bundle</c>: one executable that upgrades without an SDK.</summary>
internal static class BundleCommand
{
    private const string DefaultName = "autogen-bundle";

    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = $"The executable; default: {DefaultName} in the current folder.",
            HelpName = "FILE"
        };
        var runtime = new Option<string?>("--target-runtime", "-r")
        {
            Description = "Where it runs: linux-x64, linux-musl-x64, linux-arm64, win-x64 …; default: as here.",
            HelpName = "RID"
        };
        var selfContained = new Option<bool>("--self-contained") { Description = "The .NET runtime is in it (default)." };
        var frameworkDependent =
            new Option<bool>("--framework-dependent") { Description = "Smaller; the machine where it runs needs .NET." };
        var force = new Option<bool>("--force") { Description = "Overwrites the file." };
        var command = new Command(
            "bundle",
            "Builds one executable that upgrades, downgrades and shows where a database is, without an SDK and without the sources.\n\n"
                + "  dotnet autogen bundle -o migrate -r linux-x64\n  ./migrate upgrade --connection …")
        {
            output, runtime, selfContained, frameworkDependent, force,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(selfContained) && parsed.GetValue(frameworkDependent))
                throw new AutogenException(ErrorCode.CommandLine, "A bundle is either --self-contained or --framework-dependent.");
            var isForWindows = parsed.GetValue(runtime)?.StartsWith("win", StringComparison.OrdinalIgnoreCase)
                ?? OperatingSystem.IsWindows();
            var file = Path.GetFullPath(parsed.GetValue(output) ?? DefaultName + (isForWindows ? ".exe" : ""));
            if (Directory.Exists(file))
                throw new AutogenException(ErrorCode.FileExists, $"{file} is a folder. Name the executable itself with -o.");
            if (File.Exists(file) && !parsed.GetValue(force))
                throw new AutogenException(
                    ErrorCode.FileExists, $"{file} exists already, and was not overwritten. --force overwrites it.");
            var options = new BundleOptions(
                file,
                parsed.GetValue(runtime),
                !parsed.GetValue(frameworkDependent),
                parsed.GetValue(GlobalOptions.Configuration) ?? "Release",
                parsed.GetValue(GlobalOptions.NoBuild));
            return RunAsync(new CommandContext(parsed) { DefaultConfiguration = options.Configuration }, options, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, BundleOptions options, CancellationToken cancellationToken)
    {
        ProjectRequest? asked = null;
        var outcome = await context.RunEngineAsync(
            project => new BundleRequest { Project = asked = project }, asksDatabase: false, cancellationToken);
        // a success has a document
        var result = outcome.Document!.Value.Deserialize(HostJson.Default.BundleResult)! with
        {
            File = options.Output,
            SelfContained = options.IsSelfContained
        };
        context.Terminal.ProgressPart(
            $"Bundling {result.Context.Split(',')[0]}, "
                + $"{Counted(result.Revisions)}{(result.Heads.Count == 0 ? "" : $" to {string.Join(", ", result.Heads)}")} ...");
        var build = await context.BuildAsync(cancellationToken);
        try
        {
            // the engine was asked
            await BundleProject.PublishAsync(
                Manifest(context, asked!, result),
                [context.StartupProject, context.Project],
                build,
                options,
                context.Terminal,
                cancellationToken);
        }
        catch
        {
            context.Terminal.Progress("");
            throw;
        }

        context.Terminal.Progress(
            string.Create(CultureInfo.InvariantCulture, $" done ({new FileInfo(options.Output).Length / 1_000_000.0:0.0} MB)"));
        if (context.Terminal.IsJson)
            context.Terminal.Document(result, HostJson.Default.BundleResult);
        else
            context.Terminal.Progress($"Next: {Typed(options.Output)} upgrade --connection …");
        return 0;
    }

    // What is only about this machine, or about writing revisions, stays here; so does where any database is.
    private static BundleManifest Manifest(CommandContext context, ProjectRequest asked, BundleResult result) => new()
    {
        Project = asked with
        {
            Assembly = Path.GetFileNameWithoutExtension(asked.Assembly),
            StartupAssembly = Path.GetFileNameWithoutExtension(asked.StartupAssembly),
            Context = result.Context,
            RevisionComments = context.ReadComments(),
            X = new Dictionary<string, string>(StringComparer.Ordinal),
        },
        ConnectionFrom = context.Database?.ConnectionFrom,
        ConnectionName = ConnectionNames.Choose(
            ConnectionNames.Of([context.Project.Directory, context.StartupProject.Directory]), result.Context.Split(',')[0])?.Name,
        Environment = context.Database?.Environment ?? new Dictionary<string, string>(StringComparer.Ordinal),
    };

    // A file of the current folder is not looked for there by its bare name.
    private static string Typed(string file)
        => Path.GetRelativePath(Environment.CurrentDirectory, file) is var path
            && path.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : Path.Combine(".", path);

    private static string Counted(int revisions)
        => string.Create(CultureInfo.InvariantCulture, $"{revisions} {(revisions == 1 ? "revision" : "revisions")}");
}
