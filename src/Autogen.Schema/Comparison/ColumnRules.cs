using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>When a column's type, nullability, default and computed value count as different.</summary>
internal static class ColumnRules
{
    /// <summary>Judges the store type.</summary>
    public static Judgement JudgeType(ComparisonScope scope, Column live, Column model)
    {
        var judgement = scope.JudgeTypes(live.Type, model.Type);
        if (!judgement.IsSame
            && live.TypeSchema.Value is { } schema
            && scope.JudgeTypes($"{scope.Dialect.Quote(schema)}.{live.Type}", model.Type).IsSame)
            return Judgement.Same;
        return !judgement.IsSame && IsUntyped(scope, live, model)
            ? live.Type.Text.Length == 0 ? Judgement.Same : Judgement.Of(CosmeticDifferences.GeneratedDeclaration)
            : judgement;
    }

    /// <summary>Judges whether NULL is permitted: a key and an identity never permit it, whatever the declaration says.</summary>
    public static Judgement JudgeNullability(ComparisonScope scope, Column live, Column model)
    {
        var name = scope.NameInKeys(live, model);
        if ((PermitsNull(live) && !IsInKey(scope.LiveTable, name)) == (PermitsNull(model) && !IsInKey(scope.ModelTable, name)))
            return Judgement.Same;

        if (IsUntyped(scope, live, model))
            return live.IsNullable ? Judgement.Same : Judgement.Of(CosmeticDifferences.GeneratedDeclaration);

        return Judgement.Different(PermitsNull(live) ? "the database permits NULL" : "the database refuses NULL");
    }

    /// <summary>Judges the default.</summary>
    public static Judgement JudgeDefault(ComparisonScope scope, Column live, Column model)
    {
        var (liveDefault, modelDefault) = (OrNone(live.Default), OrNone(model.Default));
        if (IdentityRules.IsSerialByDefault(scope, live, model))
            return Judgement.Same;

        if (liveDefault is null || modelDefault is not null || !scope.Dialect.IsBackfillDefault(live, scope.LiveSchema))
        {
            return liveDefault is not null && modelDefault is not null && scope.Renames.MayNameARenamedSequence(liveDefault)
                ? JudgeAfterRenames(scope, liveDefault, modelDefault)
                : scope.Judge(liveDefault, modelDefault);
        }

        // What takes the default's place, or can't take the default along, must get rid of it.
        if (model.Identity is not null || model.Generated is not null)
            return Judgement.Different("a column that numbers or computes its values can't have it");

        // Nothing leaves a default behind in a column that permits NULL: once the column does, the default
        // would be one that somebody wants.
        if (PermitsNull(model))
            return Judgement.Different("a column that permits NULL needs no value for existing rows");

        return scope.Judge(ObjectKind.Column, ColumnComparison.TypeFacet, live, model) is { IsSame: false, Cosmetic: null }
            ? Judgement.Different("a default of the old type can't be kept for the new one")
            : Judgement.Of(CosmeticDifferences.LeftOverDefault);
    }

    // A default goes on using the sequence that it used, under whatever name: the same words mean another sequence
    // where one's name became another's.
    private static Judgement JudgeAfterRenames(ComparisonScope scope, SqlExpression live, SqlExpression model)
        => scope.Judge(live, model) is { IsSame: false } judgement ? judgement : Judgement.Different("a sequence of that name is renamed");

    /// <summary>Judges what computes the column.</summary>
    public static Judgement JudgeGenerated(ComparisonScope scope, Column live, Column model) => (live.Generated, model.Generated) switch
    {
        ({ } current, { } target) when current.IsStored != target.IsStored
            => Judgement.Different(current.IsStored ? "the database stores the value" : "the database does not store the value"),
        var (current, target) => scope.Judge(current?.Expression, target?.Expression),
    };

    /// <summary>Whether a column permits NULL: an identity never does, whatever its declaration says.</summary>
    public static bool PermitsNull(Column column) => column.IsNullable && column.Identity is null or { Kind: IdentityKind.Autoincrement };

    private static bool IsInKey(Table? table, string name) => table?.PrimaryKey?.Columns.Contains(name, StringComparer.Ordinal) == true;

    private static bool IsUntyped(ComparisonScope scope, Column live, Column model)
        => !scope.Dialect.Capabilities.GeneratedColumnsAreTyped && live.Generated is not null && model.Generated is not null;

    /// <summary><c>DEFAULT NULL</c> is no default.</summary>
    private static SqlExpression? OrNone(SqlExpression? expression)
        => expression is not null && string.Equals(expression.Text.Trim(), "NULL", StringComparison.OrdinalIgnoreCase) ? null : expression;
}
