using Autogen.Rendering.Syntax;
using Autogen.Schema;

namespace Autogen.Design.Rendering.Operations;

/// <summary>
/// Collects the arguments of a call to EF Core's builder. What has the value that the parameter has by default is left out.
/// </summary>
/// <param name="names">The file's names.</param>
internal sealed class OperationArguments(NameScope names)
{
    private readonly List<Argument> arguments = [];

    /// <summary>What was collected, in order.</summary>
    internal IReadOnlyList<Argument> All => arguments;

    /// <summary>A text that the builder demands.</summary>
    /// <exception cref="AutogenException">
    /// There is none, or only white space: the object has no name that EF Core's builder would take.
    /// </exception>
    internal OperationArguments Required(string name, string? value) => Add(name, Demanded(name, value));

    /// <summary>A text that the builder demands, by position.</summary>
    /// <exception cref="AutogenException">As for <see cref="Required"/>.</exception>
    internal OperationArguments First(string name, string? value) => Add(null, Demanded(name, value));

    /// <summary>A value that is always written.</summary>
    internal OperationArguments Always(string name, object? value) => Add(name, SyntaxKit.Literal(value, names));

    /// <summary>A value that is left out where it is <see langword="null"/>.</summary>
    internal OperationArguments Optional(string name, object? value) => value is null ? this : Always(name, value);

    /// <summary>A value that is left out where it is what the parameter has by default.</summary>
    internal OperationArguments Unless<T>(T usual, string name, T value)
        => EqualityComparer<T>.Default.Equals(usual, value) ? this : Always(name, value);

    /// <summary>Texts or flags, as a collection expression; left out if none exists.</summary>
    internal OperationArguments OptionalList<T>(string name, IEnumerable<T>? values) =>
        values is null ? this : Add(name, SyntaxKit.Values(values.Cast<object?>(), names));

    /// <summary>One name where the builder takes one, else several.</summary>
    internal OperationArguments Names(string singular, string plural, IReadOnlyList<string> values) =>
        values.Count == 1 ? Required(singular, values[0]) : OptionalList(plural, values);

    /// <summary>An argument that is laid out elsewhere.</summary>
    internal OperationArguments Add(string? name, Draft value)
    {
        arguments.Add(new(name, value));
        return this;
    }

    private Draft Demanded(string name, string? value) => !string.IsNullOrWhiteSpace(value)
        ? SyntaxKit.Literal(value, names)
        : throw new AutogenException(
            ErrorCode.OperationNotSupported,
            $"EF Core's builder demands a value for '{name}', and there is {(value is null ? "none" : "only white space")}. "
                + "Give the object a name in the database, or write the operation by hand as SQL.");
}
