using Autogen.Design;
using Autogen.Messages;
using Autogen.Schema.Dialects;

namespace Autogen.Host.Commands;

/// <summary>Objects that the model maps and the database does not have, as messages.</summary>
internal static class MissingObjects
{
    private const int MostNamed = 8;

    /// <summary>A message for each.</summary>
    public static IReadOnlyList<MissingMessage> Of(AutogenerateResult found)
        => [.. found.Missing.Select(item => new MissingMessage(
            Noun(item.Object.Kind),
            item.Object.Name.ToString(),
            item.Source,
            $"{Noun(item.Object.Kind)} '{item.Object.Name}' does not exist ({item.Source})"))];

    /// <summary>All of them in one sentence; <see langword="null"/> where none is missing.</summary>
    public static string? Warning(IReadOnlyList<MissingMessage> missing) => missing.Count == 0
        ? null
        : $"The model maps what the database does not have: {Named(missing)}. "
            + "The tool does not create it: write its SQL into a revision.";

    private static string Named(IReadOnlyList<MissingMessage> missing)
        => string.Join("; ", missing.Take(MostNamed).Select(item => item.Text))
            + (missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more ('check' lists them)" : "");

    private static string Noun(MappedKind kind) => kind switch
    {
        MappedKind.View => "view",
        MappedKind.Table => "table",
        MappedKind.Procedure => "procedure",
        _ => "function",
    };
}
