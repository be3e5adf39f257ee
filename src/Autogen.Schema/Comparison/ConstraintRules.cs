using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>When settings that several kinds of constraint have count as different.</summary>
internal static class ConstraintRules
{
    /// <summary>Judges when a constraint is checked; EF Core's model has no word for it.</summary>
    public static Judgement JudgeDeferrability(Deferrability live, Deferrability model)
        => live == model ? Judgement.Same
            : model == Deferrability.NotDeferrable ? Judgement.Of(CosmeticDifferences.NotExpressible)
            : Judgement.Different("the constraint is checked at another time");

    /// <summary>Judges whether the rows that existed when the constraint was added have been checked.</summary>
    public static Judgement JudgeValidated(bool live, bool model)
        => live == model ? Judgement.Same
            : model ? Judgement.Of(CosmeticDifferences.NotValidated)
            : Judgement.Different("the constraint is validated already");
}
