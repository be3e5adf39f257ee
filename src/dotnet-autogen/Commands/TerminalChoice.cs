using System.CommandLine;
using Autogen.Output;
using Autogen.Tool.Output;

namespace Autogen.Tool.Commands;

/// <summary>The terminal that a command line asks for.</summary>
internal static class TerminalChoice
{
    /// <summary>Creates the terminal.</summary>
    public static Terminal For(ParseResult parsed)
        => new(
            parsed.GetValue(GlobalOptions.Json),
            parsed.GetValue(GlobalOptions.Verbose),
            parsed.GetValue(GlobalOptions.Quiet),
            !parsed.GetValue(GlobalOptions.NoColor) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
}
