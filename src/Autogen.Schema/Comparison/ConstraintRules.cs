using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Settings that several kinds of constraint have: their texts, and when they count as different.</summary>
internal static class ConstraintRules
{
    /// <summary>When a constraint is checked.</summary>
    public static string Show(Deferrability deferrability) => deferrability switch
    {
        Deferrability.NotDeferrable => "not deferrable",
        Deferrability.InitiallyImmediate => "initially immediate",
        _ => "initially deferred",
    };

    /// <summary>Whether NULLs are distinct.</summary>
    public static string ShowNulls(bool areDistinct) => areDistinct ? "distinct" : "not distinct";

    /// <summary>Whether a constraint is validated.</summary>
    public static string ShowValidated(bool isValidated) => isValidated ? "validated" : "not validated";

    /// <summary>Whether a constraint is enforced.</summary>
    public static string ShowEnforced(bool isEnforced) => isEnforced ? "enforced" : "not enforced";

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
