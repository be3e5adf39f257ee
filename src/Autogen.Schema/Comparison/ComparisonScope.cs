using Autogen.Schema.Dialects;
using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>
/// What the comparisons of all kinds share: whom to ask, how to compare, whose parts are compared, and where findings go.
/// </summary>
/// <param name="Dialect">The database's dialect.</param>
/// <param name="Options">How to compare.</param>
/// <param name="Renames">What was renamed.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record ComparisonScope(Dialect Dialect, ComparisonOptions Options, ResolvedRenames Renames, Findings Findings)
{
    /// <summary>The live schema.</summary>
    public DatabaseSchema LiveSchema { get; init; } = DatabaseSchema.Empty;

    /// <summary>The live table whose parts are compared; <see langword="null"/> outside of tables.</summary>
    public Table? LiveTable { get; init; }

    /// <summary>The model's table whose parts are compared; <see langword="null"/> outside of tables.</summary>
    public Table? ModelTable { get; init; }

    /// <summary>The target name of the table whose parts are compared; <see langword="null"/> outside of tables.</summary>
    public ObjectName? Table => Options.TargetIsModel ? ModelTable?.Name : LiveTable?.Name;

    /// <summary>
    /// What is there and what is wanted, of what is the live database's and the model's; or the reverse: it is its own inverse.
    /// </summary>
    public (T First, T Second) Directed<T>(T live, T model) => Options.TargetIsModel ? (live, model) : (model, live);

    /// <summary>
    /// What keys and indexes of both sides call a column: they are in target names (<see cref="TargetNames"/>).
    /// </summary>
    public string NameInKeys(Column live, Column model) => Directed(live, model).Second.Name;

    /// <summary>Judges a facet of two objects: the project's own say first, then the facet's rule.</summary>
    public Judgement Judge<T>(ObjectKind kind, Facet<T> facet, T live, T model)
        where T : class
    {
        if (facet.IsAsked && Options.Ask is { } ask && facet.Show(live) is var inLive && facet.Show(model) is var inModel
            && !string.Equals(inLive, inModel, StringComparison.Ordinal))
        {
            var answer = ask(new FacetQuestion(kind, ModelTable?.Name, ObjectText.Name(model), facet.Name, inLive, inModel));
            if (answer != FacetVerdict.Unknown)
                return Judgement.SameIf(answer == FacetVerdict.Same, "the project's environment says so");
        }

        return Decide(facet.Judge(this, live, model));
    }

    /// <summary>
    /// Makes a cosmetic difference significant where the user asked to be strict, at all or with its kind, and it can be acted on.
    /// </summary>
    public Judgement Decide(Judgement judgement) => judgement.Cosmetic switch
    {
        { IsActedOnWhenStrict: true } when Options.Strict => Judgement.Different($"{judgement.Reason}; acted on because of strictness"),
        { IsActedOnWhenStrict: true } kind when Options.Significant.Contains(kind)
            => Judgement.Different($"{judgement.Reason}; acted on because of the settings"),
        _ => judgement,
    };

    /// <summary>Whether the database takes two names for one.</summary>
    public bool SameName(string? live, string? model)
        => string.Equals(live, model, StringComparison.Ordinal) || (live is not null && model is not null && Dialect.SameName(live, model));

    /// <summary>Whether the database takes two qualified names for one.</summary>
    public bool SameName(ObjectName live, ObjectName model) => SameName(live.Schema, model.Schema) && SameName(live.Name, model.Name);

    /// <summary>Whether two collations are one, or both are missing.</summary>
    public bool SameCollation(ObjectName? live, ObjectName? model) => live is null || model is null ? live == model : SameName(live, model);

    /// <summary>Whether two lists name the same things in the same order.</summary>
    public bool SameNames(EquatableList<string> live, EquatableList<string> model)
        => live.Count == model.Count && live.Zip(model).All(pair => SameName(pair.First, pair.Second));

    /// <summary>Judges two expressions of which either may be missing.</summary>
    public Judgement Judge(SqlExpression? live, SqlExpression? model) => (live, model) switch
    {
        (null, null) => Judgement.Same,
        (null, _) => Judgement.Different("the database has none"),
        (_, null) => Judgement.Different("the model has none"),
        _ => Judgement.Of(Dialect.SameExpression(live, model)),
    };

    /// <summary>Judges two store types, however they are spelt.</summary>
    public Judgement JudgeTypes(StoreType live, StoreType model)
        => live.Equals(model)
            ? Judgement.Same
            : Judgement.Of(Dialect.SameType(Dialect.CanonicalType(live.Text), Dialect.CanonicalType(model.Text)));

    /// <summary>Judges two comments: line ends do not count, and an empty comment equals a missing one.</summary>
    public Judgement JudgeComments(string? live, string? model)
    {
        if (!Options.CompareComments || string.Equals(Lines(live), Lines(model), StringComparison.Ordinal))
            return Judgement.Same;

        return Dialect.Capabilities.Comments
            ? Judgement.Different("the texts differ")
            : Judgement.Of(CosmeticDifferences.UnsupportedComment);

        static string Lines(string? comment) => (comment ?? "").ReplaceLineEndings("\n");
    }

    /// <summary>
    /// Judges the name of a constraint or an index that was found by its name or by its structure. Where a revision gave the object its
    /// name, the model has changed its mind, and it is a rename; where none did, any name serves.
    /// </summary>
    public Judgement JudgeNames(string? live, string? model, CosmeticDifference difference)
        => SameName(live, model) ? Judgement.Same
            : IsGivenByRevision(live, model) && (difference == CosmeticDifferences.IndexName || Dialect.Capabilities.ConstraintsAreNamed)
                ? Judgement.Different("a revision gave it the old name, and the model has another one now")
            : Judgement.Of(difference);

    private bool IsGivenByRevision(string? live, string? model)
        => LiveTable is { } table && live is not null && model is not null && Options.IsMadeByRevision(table.Name, live);
}
