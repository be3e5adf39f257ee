using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares the options of sequences, whether a column owns them or none does: all but the start are significant.</summary>
internal static class SequenceOptionsComparison
{
    /// <summary>Judges all but the start.</summary>
    public static Judgement Judge(SequenceOptions live, SequenceOptions model)
    {
        var differences = new List<string>();
        Note(live.Increment == model.Increment, "increment");
        Note(live.Minimum == model.Minimum, "minimum");
        Note(live.Maximum == model.Maximum, "maximum");
        Note(live.IsCyclic == model.IsCyclic, "cycle");
        Note(live.Cache == model.Cache, "cache");
        return Judgement.SameIf(differences.Count == 0, $"different {string.Join(", ", differences)}");

        void Note(bool isSame, string option)
        {
            if (!isSame)
                differences.Add(option);
        }
    }

    /// <summary>Judges the start.</summary>
    public static Judgement JudgeStart(SequenceOptions live, SequenceOptions model)
        => live.Start == model.Start ? Judgement.Same : Judgement.Of(CosmeticDifferences.SequenceStart);
}
