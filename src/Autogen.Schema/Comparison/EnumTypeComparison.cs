using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares enumerated types: which labels there are matters, their order hardly.</summary>
internal static class EnumTypeComparison
{
    /// <summary>What enumerated types can differ in.</summary>
    public static FacetTable<EnumType> Facets { get; } = new(
        new Facet<EnumType>(
            nameof(EnumType.Name), type => type.Name.ToString(), (_, _, _) => Judgement.Same, (to, from) => to with { Name = from.Name }),
        new Facet<EnumType>(nameof(EnumType.Labels), Show, JudgeLabels, (to, from) => to with { Labels = from.Labels })
        {
            Noun = "labels",
            Act = Merge,
        },
        new Facet<EnumType>(nameof(EnumType.Labels), Show, JudgeOrder, (to, from) => to with { Labels = from.Labels })
        {
            Noun = "labels",
        },
        FacetTable<EnumType>.Hint(nameof(EnumType.Renames), type => type.Renames, (to, from) => to with { Renames = from.Renames }));

    private static readonly ListComparison<EnumType> List = new(ObjectKind.EnumType, Facets)
    {
        Identity = type => type.Name,
        Resemblances = [(scope, live, model) => scope.SameName(live.Name, model.Name)],
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
    {
        var (live, model) = scope.Directed(current.EnumTypes, target.EnumTypes);
        model = model.Select(type => scope.Renames.Of(type.Name) is { Count: > 0 } renames ? type with { Renames = new(renames) } : type)
            .ToEquatableList();
        var (currentTypes, targetTypes) = scope.Directed(live, model);
        List.Compare(scope, currentTypes, targetTypes);
    }

    /// <summary>The renames of labels that lead from one type to another: those that were said, in either direction.</summary>
    public static EquatableList<LabelRename> RenamesBetween(EnumType current, EnumType target)
    {
        var said = target.Renames.Value.Count > 0 ? target.Renames : current.Renames;
        return said.Value
            .Select(
                rename => current.Labels.Contains(rename.Old, StringComparer.Ordinal) ? rename : new LabelRename(rename.New, rename.Old))
            .Where(rename => current.Labels.Contains(rename.Old, StringComparer.Ordinal)
                && target.Labels.Contains(rename.New, StringComparer.Ordinal))
            .ToEquatableList();
    }

    /// <summary>A type as it is once its labels are renamed.</summary>
    public static EnumType Renamed(EnumType current, EnumType target)
    {
        var renames = RenamesBetween(current, target).ToDictionary(rename => rename.Old, rename => rename.New, StringComparer.Ordinal);
        return current with { Labels = current.Labels.Select(label => renames.GetValueOrDefault(label, label)).ToEquatableList() };
    }

    /// <summary>
    /// Which labels come, go and change their name, for people: <c>added 'ok'; removed 'sad'; renamed 'so' to 'so-so'</c>; empty for none.
    /// </summary>
    public static string LabelChanges(EnumType current, EnumType target)
    {
        var renamed = Renamed(current, target);
        var added = target.Labels.Except(renamed.Labels, StringComparer.Ordinal).ToEquatableList();
        var removed = renamed.Labels.Except(target.Labels, StringComparer.Ordinal).ToEquatableList();
        string[] changes =
        [
            added.Count > 0 ? $"added {ObjectText.Quoted(added)}" : "", removed.Count > 0 ? $"removed {ObjectText.Quoted(removed)}" : "",
            .. RenamesBetween(current, target).Select(rename => $"renamed '{rename.Old}' to '{rename.New}'"),
        ];
        return string.Join("; ", changes.Where(change => change.Length > 0));
    }

    private static string Show(EnumType type) => ObjectText.Quoted(type.Labels);

    private static Judgement JudgeLabels(ComparisonScope scope, EnumType live, EnumType model)
    {
        var (current, target) = scope.Directed(live, model);
        var changes = LabelChanges(current, target);
        return Judgement.SameIf(changes.Length == 0, changes);
    }

    private static Judgement JudgeOrder(ComparisonScope scope, EnumType live, EnumType model)
    {
        live = Renamed(live, model);
        var (inLiveOrder, inModelOrder) =
            (live.Labels.Intersect(model.Labels, StringComparer.Ordinal), model.Labels.Intersect(live.Labels, StringComparer.Ordinal));
        return inLiveOrder.SequenceEqual(inModelOrder, StringComparer.Ordinal)
            ? Judgement.Same
            : Judgement.Of(CosmeticDifferences.LabelOrder);
    }

    /// <summary>
    /// The live labels in their order, without dropped ones, and each new one behind the label that the model has it behind.
    /// </summary>
    private static EnumType Merge(EnumType live, EnumType model)
    {
        live = Renamed(live, model);
        var labels = live.Labels.Where(label => model.Labels.Contains(label, StringComparer.Ordinal)).ToList();
        for (var i = 0; i < model.Labels.Count; i++)
        {
            if (!labels.Contains(model.Labels[i], StringComparer.Ordinal))
                labels.Insert(i == 0 ? 0 : labels.IndexOf(model.Labels[i - 1]) + 1, model.Labels[i]);
        }

        return live with { Labels = labels.ToEquatableList() };
    }
}
