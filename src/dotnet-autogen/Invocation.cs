using System.CommandLine;
using Autogen.Tool.Output;

namespace Autogen.Tool;

/// <summary>What a command gets besides its own options: the arguments after <c>--</c>, for the application's startup.</summary>
/// <remarks>
/// They are not part of what is parsed, where a parameter that takes any number of values would take them, and a mistyped
/// option could not be told from them.
/// </remarks>
internal sealed class Invocation : InvocationConfiguration
{
    private const string Separator = "--";

    private Invocation(IReadOnlyList<string> own, IReadOnlyList<string> application)
    {
        Own = own;
        ApplicationArguments = application;
        EnableDefaultExceptionHandler = false;
        ProcessTerminationTimeout = null;
    }

    /// <summary>The arguments that are the tool's.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>The arguments that are the application's.</summary>
    public IReadOnlyList<string> ApplicationArguments { get; }

    /// <summary>Where the time goes; <see langword="null"/> if nobody wants to know.</summary>
    public Timings? Timings { get; set; }

    /// <summary>Divides a command line.</summary>
    public static Invocation Of(string[] arguments)
    {
        var end = Array.IndexOf(arguments, Separator);
        return end < 0 ? new Invocation(arguments, []) : new Invocation(arguments[..end], arguments[(end + 1)..]);
    }
}
