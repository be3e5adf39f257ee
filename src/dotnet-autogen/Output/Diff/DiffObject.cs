using Autogen.Messages;

namespace Autogen.Tool.Output.Diff;

/// <summary>The lines about one object that differs, and its definitions.</summary>
/// <param name="Lines">The lines; at least one.</param>
internal sealed record DiffObject(IReadOnlyList<ChangeMessage> Lines)
{
    /// <summary>What happens to the object: what its lines agree on, else <c>altered</c>.</summary>
    public string Action => Lines.All(line => line.Action == Lines[0].Action) ? Lines[0].Action : "altered";

    /// <summary>The definition that the database has.</summary>
    public string? Before => Lines[0].Before;

    /// <summary>The definition that the model has.</summary>
    public string? After => Lines[0].After;

    /// <summary>Joins the lines that are about one object; only neighbours are.</summary>
    public static IEnumerable<DiffObject> Of(IEnumerable<ChangeMessage> lines)
    {
        var joined = new List<ChangeMessage>();
        foreach (var line in lines)
        {
            if (joined.Count > 0 && !AreOfOne(joined[0], line))
            {
                yield return new DiffObject([.. joined]);
                joined.Clear();
            }

            joined.Add(line);
        }

        if (joined.Count > 0)
            yield return new DiffObject([.. joined]);
    }

    // An object that is replaced by another one of its name has two definitions that do not belong together.
    private static bool AreOfOne(ChangeMessage first, ChangeMessage second)
        => first.Name.Length > 0
            && (first.Kind, first.Table, first.Name, first.Before, first.After)
                == (second.Kind, second.Table, second.Name, second.Before, second.After)
            && first.Action is not ("added" or "removed") && second.Action is not ("added" or "removed");
}
