using System.CommandLine;
using Autogen.Messages;
using Autogen.Schema;
using Autogen.Tool.Settings;

namespace Autogen.Tool.Commands;

/// <summary>The options that every command of the fleet has.</summary>
internal sealed class FleetOptions
{
    private const int MostParallel = 256;
    private readonly Option<int?> parallel = Number("--parallel", "How many databases run at a time; default: two a processor, at most 8.");
    private readonly Option<int?> perServer = Number("--per-server", "How many databases of one server run at a time; default 4.");

    private readonly Option<string?> shard = new("--shard")
    {
        Description = "One part of N of the fleet, from 0; without I it is JOB_COMPLETION_INDEX.",
        HelpName = "I/N",
    };

    private readonly Option<string?> format = new("--format")
    {
        Description = "The report's format: text (default), markdown or html.",
        HelpName = "FORMAT",
    };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        format.AcceptOnlyFromAmong("text", "markdown", "html");
        foreach (var option in (Option[])[parallel, perServer, shard, format])
            command.Options.Add(option);
    }

    /// <summary>The report's format.</summary>
    public string FormatOf(ParseResult parsed) => parsed.GetValue(format) ?? "text";

    /// <summary>A request with them.</summary>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CommandLine"/>: the shard does not exist.</exception>
    public FleetRequest Apply(ParseResult parsed, FleetRequest request) => request with
    {
        Names = parsed.GetValue(GlobalOptions.Database) ?? [],
        Parallel = parsed.GetValue(parallel) ?? Math.Min(8, Environment.ProcessorCount * 2),
        PerServer = parsed.GetValue(perServer) ?? 4,
        Shard = FleetShardOption.Parse(parsed.GetValue(shard), Environment.GetEnvironmentVariable),
    };

    private static Option<int?> Number(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var number) && number is < 1 or > MostParallel)
                result.AddError($"{name}: a number from 1 to {MostParallel}.");
        });
        return option;
    }
}
