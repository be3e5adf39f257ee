using System.CommandLine;

namespace Autogen.Tool.Commands;

/// <summary>Arguments and options that several commands have.</summary>
internal static class Arguments
{
    /// <summary>A target.</summary>
    public static Argument<string> Target() => new("TARGET") { Description = "head, heads, base, a revision's id or a unique prefix of it, +N, -N, ID+N, ID-N." };

    /// <summary><c>--sql</c>.</summary>
    public static Option<bool> Sql(string description) => new("--sql") { Description = description };

    /// <summary><c>--dry-run</c>.</summary>
    public static Option<bool> DryRun(string description) => new("--dry-run") { Description = description };
}
