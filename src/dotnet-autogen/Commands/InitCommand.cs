using System.CommandLine;
using System.Text.Json;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Projects;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary><c>init</c>: prepares a project.</summary>
internal static class InitCommand
{
    private const string Package = "Autogen.EntityFrameworkCore";

    private const string Template =
        """
        {
          // The folder of the revisions, relative to this file.
          "revisions": "Revisions",

          // Named databases, for -d NAME: { "staging": { "connectionFrom": "STAGING_URL" } }
          "databases": {}
        }

        """;

    /// <summary>Creates the command with its options.</summary>
    public static Command Create()
    {
        var command = new Command(
            "init", "Prepares a project: autogen.json, a folder of revisions, the package reference.\n\n  dotnet autogen init");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var context = new CommandContext(parsed);
            var project = context.Project;
            var settings = Path.Combine(project.Directory, AutogenJson.SettingsFile);
            if (Path.Exists(settings))
                throw new AutogenException(
                    ErrorCode.AlreadyInitialised, $"{settings} exists already: the project has been initialised. Nothing was changed.");

            var text = ProjectText.Read(project);
            var evaluation = await ProjectEvaluation.RunAsync(project, context.Terminal, cancellationToken);
            ProjectSupport.Require(project, evaluation, ProjectAssets.Read(evaluation.Property("ProjectAssetsFile"), text.Files));
            var done = new List<string>();
            if (PackageReference.Add(project, Package, ToolVersion.Text) is { } added)
                done.Add(added);
            var folder = Path.Combine(project.Directory, "Revisions");
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                done.Add("Created the folder Revisions.");
            }

            var startup = context.StartupProject;
            var isNamed = parsed.GetValue(GlobalOptions.StartupProject) is not null && startup != project;
            AtomicFile.Write(settings, isNamed ? WithStartup(StartupProject.Relative(project, startup)) : Template);
            done.Add($"Created {AutogenJson.SettingsFile}.");
            if (context.Terminal.IsJson)
                context.Terminal.Document(new DoneResult { Command = "init", Done = done }, HostJson.Default.DoneResult);
            else
                done.ForEach(line => context.Terminal.Progress(line));
            if (startup != project && !isNamed)
                context.Terminal.Progress(
                    $"{startup.Name} starts the application: the only program of the solution that uses {project.Name}.");
            context.Terminal.Progress(
                $"Next: dotnet autogen revision --autogenerate -m \"create tables\"{StartupOption(project, startup)}");
            return 0;
        });
        return command;
    }

    private static string WithStartup(string startup)
        => Template.Replace(
            "  // Named databases",
            $"""
              // The project that starts the application, relative to this file.
              "startupProject": {JsonSerializer.Serialize(startup)},

              // Named databases
            """,
            StringComparison.Ordinal);

    // A library that nothing is known to start.
    private static string StartupOption(ProjectFile project, ProjectFile startup)
        => startup == project && !StartupProject.StartsItself(project) ? " --startup-project APPLICATION" : "";
}
