using Autogen.Messages;
using Autogen.Tool.Output.Html;

namespace Autogen.Tool.Output.Diff;

/// <summary>Parts of the page of a difference. Every colour has a sign and a word beside it.</summary>
internal static class HtmlDiffText
{
    /// <summary>The sign of a class, with a space behind it.</summary>
    public static string Sign(string action) => action switch
    {
        "added" => "+ ",
        "removed" => "− ",
        "renamed" => "→ ",
        "altered" => "~ ",
        "danger" => "! ",
        _ => "",
    };

    /// <summary>The sign and the word for what happens to an object.</summary>
    public static string Mark(string action)
        => $"<span class=\"mark {action}\">{Sign(action)}{Word(action)}</span>";

    /// <summary>What happens, as people say it.</summary>
    public static string Word(string action) => action == "altered" ? "changed" : action;

    /// <summary>A line without the word that its mark has already.</summary>
    public static string WithoutWord(ChangeMessage line)
        => line.Text.StartsWith(line.Action + " ", StringComparison.Ordinal) ? line.Text[(line.Action.Length + 1)..] : line.Text;

    /// <summary>An object that differs: its lines, and its definitions folded.</summary>
    public static string Object(DiffCard card, DiffObject item)
    {
        var lines = item.Lines.Where(line => Definitions(item).Length == 0 || !IsHeading(card, line))
            .Select(line => $"{Mark(line.Action)} {HtmlText.Line(WithoutWord(line))}");
        return $"<li class=\"{item.Action}\">{string.Join("<br />", lines)}{Definitions(item)}</li>";
    }

    // A line that says no more than the card's heading.
    private static bool IsHeading(DiffCard card, ChangeMessage line)
        => line.Action == card.Action && WithoutWord(line) == $"{card.Kind} '{card.Name}'";

    private static string Definitions(DiffObject item)
    {
        if (item.Before is null && item.After is null)
            return "";
        return "\n<details><summary>Definition</summary><div class=\"sides\">"
            + Side("In the database", item.Before) + Side("In the model", item.After) + "</div></details>";
    }

    private static string Side(string title, string? definition)
        => definition is null ? "" : $"<figure><figcaption>{title}</figcaption>{HtmlText.Code(definition)}</figure>";
}
