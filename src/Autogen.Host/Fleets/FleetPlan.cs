using System.Globalization;
using Autogen.Messages;
using Autogen.Schema;

namespace Autogen.Host.Fleets;

/// <summary>How a fleet is divided: into shards, one a process, and into waves, one after the other. Pure.</summary>
internal static class FleetPlan
{
    /// <summary>The last wave: every database that is left.</summary>
    public const string Rest = "rest";

    /// <summary>
    /// The shard of a database. Rendezvous hashing: where the number of shards changes, only databases of added or removed shards move.
    /// </summary>
    /// <param name="name">The database's name.</param>
    /// <param name="shards">How many shards there are.</param>
    /// <returns>From 0.</returns>
    public static int ShardOf(string name, int shards)
    {
        var (best, most) = (0, 0UL);
        for (var shard = 0; shard < shards; shard++)
        {
            var weight = Hash(string.Create(CultureInfo.InvariantCulture, $"{shard}/{name}"));
            if (shard == 0 || weight > most)
                (best, most) = (shard, weight);
        }

        return best;
    }

    /// <summary>The sizes of the waves; together they are every database.</summary>
    /// <param name="databases">How many databases there are.</param>
    /// <param name="canary">The first wave; <see langword="null"/> for no such wave.</param>
    /// <param name="then">The waves after it; what they leave is the last one.</param>
    /// <exception cref="AutogenException">
    /// <see cref="ErrorCode.CommandLine"/>: a wave is not a number, a percentage or <c>rest</c>.
    /// </exception>
    public static IReadOnlyList<int> Waves(int databases, string? canary, IReadOnlyList<string> then)
    {
        var sizes = new List<int>();
        var left = databases;
        string[] waves = [.. canary is null ? Array.Empty<string>() : [canary], .. then, Rest];
        foreach (var (wave, index) in waves.Select((wave, index) => (wave, index)))
        {
            var size = Math.Min(left, SizeOf(wave, databases, canary is not null && index == 0 ? "--canary" : "--then"));
            if (size > 0)
                sizes.Add(size);
            left -= size;
        }

        return sizes;
    }

    private static int SizeOf(string wave, int databases, string option)
    {
        if (wave == Rest && option != "--canary")
            return databases;
        var isPercentage = wave.EndsWith('%');
        if (double.TryParse(isPercentage ? wave[..^1] : wave, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && (isPercentage ? number <= 100 : number == Math.Floor(number)))
            return (int)Math.Min(databases, isPercentage ? Math.Ceiling(databases * number / 100) : number);
        throw new AutogenException(
            ErrorCode.CommandLine,
            $"{option}: '{wave}' is not a number of databases (3) or a percentage of the fleet (5%)"
                + $"{(option == "--canary" ? "" : $" or '{Rest}'")}.");
    }

    // FNV-1a, with the mixing of MurmurHash3's end: names that differ in the last letter are far apart.
    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }

    /// <summary>The databases of a shard.</summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> databases, FleetShard? shard, Func<T, string> nameOf)
        => shard is null ? databases : [.. databases.Where(database => ShardOf(nameOf(database), shard.Count) == shard.Index)];
}
