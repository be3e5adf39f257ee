using System.Globalization;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Tool.Settings;

/// <summary>The text of <c>--shard</c>: <c>0/4</c>, or <c>/4</c> where the number is <c>JOB_COMPLETION_INDEX</c>.</summary>
internal static class FleetShardOption
{
    /// <summary>What Kubernetes numbers the pods of an Indexed Job with, from 0.</summary>
    public const string Variable = "JOB_COMPLETION_INDEX";

    /// <summary>Reads it.</summary>
    /// <param name="text">The option's value; <see langword="null"/> for none.</param>
    /// <param name="read">Reads an environment variable.</param>
    /// <exception cref="AutogenException"><see cref="ErrorCode.CommandLine"/>: no such shard.</exception>
    public static FleetShard? Parse(string? text, Func<string, string?> read)
    {
        if (text is null)
            return null;
        if (text.Split('/') is not [var index, var count] || Number(count) is not { } shards || shards == 0)
            throw Refused($"'{text}' is not a shard. Write I/N, 0/4 for example: I from 0 to N - 1; without I it is {Variable}.");
        var given = index.Length > 0 ? index : read(Variable);
        if (given is null)
            throw Refused($"'{text}' has no number, and {Variable} is not set. Write 0/{shards}, for example.");
        return Number(given) is { } own && own < shards
            ? new FleetShard(own, shards)
            : throw Refused($"'{given}' is not one of {shards} shards: they are 0 to {shards - 1}.");
    }

    private static int? Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static AutogenException Refused(string problem) => new(ErrorCode.CommandLine, $"--shard: {problem}");
}
