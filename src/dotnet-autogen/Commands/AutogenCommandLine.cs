using System.CommandLine;

namespace Autogen.Tool.Commands;

/// <summary>The command line: the one list of commands.</summary>
internal static class AutogenCommandLine
{
    /// <summary>Creates the command line.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Alembic's way of working for EF Core: compares the model with the live database, writes revisions, applies them.");
        GlobalOptions.AddTo(root);
        Command[] commands =
        [
            InitCommand.Create(),
            RevisionCommand.Create(),
            MergeCommand.Create(),
            RebaseCommand.Create(),
            EditCommand.Create(),
            AdoptCommand.Create(),
            MoveCommand.CreateUpgrade(),
            MoveCommand.CreateDowngrade(),
            CurrentCommand.Create(),
            HistoryCommand.Create(),
            HeadsCommand.Create(),
            BranchesCommand.Create(),
            ShowCommand.Create(),
            StatusCommand.Create(),
            FleetCommand.Create(),
            StampCommand.Create(),
            CheckCommand.Create(),
            DiffCommand.Create(),
            VerifyCommand.Create(),
            RehearseCommand.Create(),
            StatisticsCommand.Create(),
            EnsureVersionCommand.Create(),
            SqlCommand.Create(),
            BundleCommand.Create(),
            ListTemplatesCommand.Create(),
        ];
        foreach (var command in commands)
            root.Subcommands.Add(command);
        return root;
    }
}
