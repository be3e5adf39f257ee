using System.Globalization;
using Autogen.Upgrading;
using Autogen.Upgrading.Records;

namespace Autogen.Drivers.PostgreSql;

/// <summary>Who holds a lease, for whoever waits for it.</summary>
internal static class LeaseOwner
{
    private const int LongestPart = 100;

    /// <summary>This process.</summary>
    public static string Text { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"process {Environment.ProcessId} of {Plain(Environment.UserName)} on {Plain(Environment.MachineName)} (dotnet autogen "
            + $"{UpgradeLog.ToolVersion})");

    // It is printed by whoever waits, and is part of a statement whatever standard_conforming_strings says.
    private static string Plain(string text)
        => new([.. text.Take(LongestPart).Select(character => char.IsControl(character) || character is '\\' ? '/' : character)]);
}
