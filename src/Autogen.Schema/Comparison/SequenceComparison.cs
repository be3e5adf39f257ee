using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares sequences that no column owns.</summary>
internal static class SequenceComparison
{
    /// <summary>What sequences can differ in.</summary>
    public static FacetTable<Sequence> Facets { get; } = new(
        new Facet<Sequence>(
            nameof(Sequence.Name),
            sequence => sequence.Name.ToString(),
            (scope, live, model) => Judgement.SameIf(scope.SameName(live.Name, model.Name), "it is renamed, as was asked"),
            (to, from) => to with { Name = from.Name }),
        new Facet<Sequence>(
            nameof(Sequence.Type),
            sequence => sequence.Type.Text,
            (scope, live, model) => scope.JudgeTypes(live.Type, model.Type),
            (to, from) => to with { Type = from.Type })
        {
            Noun = "type",
        },
        new Facet<Sequence>(
            nameof(Sequence.Options),
            sequence => ObjectText.Show(sequence.Options),
            (_, live, model) => SequenceOptionsComparison.Judge(live.Options, model.Options),
            (to, from) => to with { Options = from.Options })
        {
            Noun = "options",
            Act = (to, from) => to with { Options = from.Options with { Start = to.Options.Start } },
        },
        new Facet<Sequence>(
            nameof(Sequence.Options),
            sequence => ObjectText.ShowStart(sequence.Options),
            (_, live, model) => SequenceOptionsComparison.JudgeStart(live.Options, model.Options),
            (to, from) => to with { Options = to.Options with { Start = from.Options.Start } })
        {
            Noun = "options",
        });

    private static readonly ListComparison<Sequence> List = new(ObjectKind.Sequence, Facets)
    {
        Identity = sequence => sequence.Name,
        IsExplicitRename = (scope, live, model) => scope.Renames.Has(ObjectKind.Sequence, live.Name, model.Name),
        Resemblances = [(scope, live, model) => scope.SameName(live.Name, model.Name)],
    };

    /// <summary>Notes what differs.</summary>
    public static void Compare(ComparisonScope scope, DatabaseSchema current, DatabaseSchema target)
        => List.Compare(scope, current.Sequences, target.Sequences);
}
