using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>When it counts as different how a column numbers its rows.</summary>
internal static class IdentityRules
{
    /// <summary>Judges the mechanism and the options but for the start.</summary>
    public static Judgement Judge(ComparisonScope scope, Column live, Column model)
    {
        if (IsSerialByDefault(scope, live, model))
            return Judgement.Same;

        if (live.Identity is not { } current || model.Identity is not { } target)
        {
            return live.Identity == model.Identity ? Judgement.Same
                : (live.Identity ?? model.Identity)?.Kind == IdentityKind.Autoincrement ? JudgeAutoincrement(scope, live, model)
                : Judgement.Different(
                    live.Identity is null ? "the database does not number the rows" : "the model does not number the rows");
        }

        if (current.Kind != target.Kind)
            return Judgement.Different("the database numbers the rows in another way");

        var judgement = SequenceOptionsComparison.Judge(current.Options, target.Options);
        return !judgement.IsSame && target.Kind == IdentityKind.Serial && target.Options == SequenceOptions.Default
            ? Judgement.Of(CosmeticDifferences.NotExpressible)
            : judgement;
    }

    /// <summary>Whether the model writes out what a serial is: a default that takes the next value of the column's own sequence.</summary>
    public static bool IsSerialByDefault(ComparisonScope scope, Column live, Column model)
        => live is { Identity.Kind: IdentityKind.Serial, SerialDefault.Value: { } text } && model is { Identity: null, Default: { } target }
            && scope.Judge(new SqlExpression(text) { Canonical = text }, target).IsSame;

    /// <summary>Only a table's whole key can be numbered so: what ceases to be that can't keep it.</summary>
    private static Judgement JudgeAutoincrement(ComparisonScope scope, Column live, Column model)
    {
        var canKeep = model.Generated is null
            && scope.ModelTable?.PrimaryKey is { Columns.Count: 1 } key && scope.SameName(key.Columns[0], scope.NameInKeys(live, model))
            && ColumnRules.JudgeType(scope, live, model) is { IsSame: true } or { Cosmetic: not null };
        return live.Identity is null || canKeep
            ? Judgement.Of(CosmeticDifferences.Autoincrement)
            : Judgement.Different("only a column that is the whole primary key can be numbered so");
    }

    /// <summary>Judges the start, where both sides number in the same way.</summary>
    public static Judgement JudgeStart(ComparisonScope scope, Column live, Column model)
        => live.Identity is { } current && model.Identity is { } target && current.Kind == target.Kind
            ? SequenceOptionsComparison.JudgeStart(current.Options, target.Options)
            : Judgement.Same;

    /// <summary>The type in which a serial counts; <see langword="null"/> for another column.</summary>
    public static string? CountsIn(Column column)
        => column.Identity?.Kind == IdentityKind.Serial ? column.OwnedSequence.Value?.Type ?? column.Type.Text : null;

    /// <summary>Judges the type in which a serial of the database counts: the model's counts in its column's.</summary>
    public static Judgement JudgeSequenceType(ComparisonScope scope, Column live, Column model)
        => CountsIn(live) is { } type && CountsIn(model) is { } target && live.Type.Text is ("smallint" or "integer" or "bigint")
            && !string.Equals(type, live.Type.Text, StringComparison.Ordinal)
            && !string.Equals(type, target, StringComparison.Ordinal)
                ? Judgement.Of(CosmeticDifferences.SequenceType)
                : Judgement.Same;

    /// <summary>An identity with the start of another one of its kind.</summary>
    public static Identity? WithStartOf(Identity? identity, Identity? other)
        => identity is not null && other is not null && identity.Kind == other.Kind
            ? identity with { Options = identity.Options with { Start = other.Options.Start } }
            : identity;
}
