using System.CommandLine;

namespace Autogen.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Arguments
{
    /// <summary>A target.</summary>
    public static Argument<string> Target() => new("TARGET") { Description = Graph.Target.Forms + "." };

    /// <summary><c>--sql</c>.</summary>
    public static Option<bool> Sql(string description) => new("--sql") { Description = description };

    /// <summary><c>--rename</c>.</summary>
    public static Option<string[]> Rename() => new("--rename")
    {
        Description =
            "What was renamed: table=table, schema.table=table, table.column=column, sequence=sequence, enumtype.label=label; repeatable.",
        HelpName = "OLD=NEW",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary><c>--backfill</c>.</summary>
    public static Option<string[]> Backfill() => new("--backfill")
    {
        Description =
            "The value that existing rows get in a column that is added or becomes required: a literal or an expression over the row; "
                + "repeatable.",
        HelpName = "TABLE.COLUMN=SQL",
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary><c>--scratch</c>.</summary>
    public static Option<string?> Scratch() => new("--scratch")
    {
        Description =
            "An empty database for the proof: connection string or URL; default: "
                + "in memory on SQLite, one beside the context's on PostgreSQL, dropped afterwards.",
        HelpName = "STRING",
    };

    /// <summary><c>--create-database</c>.</summary>
    public static Option<bool> CreateDatabase() => new("--create-database")
    {
        Description = "Creates the database if it does not exist; without it a person at a terminal is asked. "
            + "On PostgreSQL the role needs CREATEDB; SQLite's file is created in any case, and with it also its folder.",
    };

    /// <summary><c>--yes</c>.</summary>
    public static Option<bool> Yes() => new("--yes", "-y")
    {
        Description = "Asks nothing; without it a person at a terminal confirms a downgrade to base, and what drops data.",
    };

    /// <summary><c>--dry-run</c>.</summary>
    public static Option<bool> DryRun(string description) => new("--dry-run") { Description = description };
}
