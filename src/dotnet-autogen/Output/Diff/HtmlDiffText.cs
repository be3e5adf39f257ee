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
        => $"<span class=\"mark {action}\">{Sign(action)}{DiffText.Word(action)}</span>";

    /// <summary>An object that differs: its lines, and its definitions folded.</summary>
    public static string Object(DiffCard card, DiffObject item)
    {
        var lines = item.Lines.Where(line => Definitions(item).Length == 0 || !DiffText.IsHeading(card, line))
            .Select(line => $"{Mark(line.Action)} {HtmlText.Line(DiffText.WithoutWord(line))}");
        return $"<li class=\"{item.Action}\">{string.Join("<br />", lines)}{Definitions(item)}</li>";
    }

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
