using Autogen.Schema.Objects;

namespace Autogen.Schema.Comparison;

/// <summary>Compares storage parameters: those that the model names matter, others are an administrator's tuning.</summary>
internal static class StorageParameterComparison
{
    /// <summary>Judges the parameters that the model names.</summary>
    public static Judgement JudgeNamed(EquatableList<StorageParameter> live, EquatableList<StorageParameter> model)
    {
        var different = model.Where(parameter => Find(live, parameter.Name) is not { } other || !SameValue(other.Value, parameter.Value));
        var names = different.Select(parameter => parameter.Name).Order(StringComparer.Ordinal).ToList();
        return Judgement.SameIf(names.Count == 0, $"different {string.Join(", ", names)}");
    }

    /// <summary>Judges the parameters that the model does not name.</summary>
    public static Judgement JudgeUnnamed(EquatableList<StorageParameter> live, EquatableList<StorageParameter> model)
        => live.All(parameter => Find(model, parameter.Name) is not null)
            ? Judgement.Same
            : Judgement.Of(CosmeticDifferences.StorageParameter);

    /// <summary>
    /// Judges the parameters that the model does not name where the access method differs: each method has its
    /// own, and refuses those of others.
    /// </summary>
    public static Judgement JudgeOfAnotherMethod(EquatableList<StorageParameter> live, EquatableList<StorageParameter> model)
        => Judgement.SameIf(live.All(parameter => Find(model, parameter.Name) is not null), "they are another access method's");

    /// <summary>The live parameters, those that the model names with the model's values; sorted by name.</summary>
    public static EquatableList<StorageParameter> Merge(EquatableList<StorageParameter> live, EquatableList<StorageParameter> model)
        => live.Where(parameter => Find(model, parameter.Name) is null).Concat(model)
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToEquatableList();

    private static StorageParameter? Find(EquatableList<StorageParameter> parameters, string name)
        => parameters.FirstOrDefault(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool SameValue(string live, string model)
        => string.Equals(Normal(live), Normal(model), StringComparison.OrdinalIgnoreCase);

    /// <summary>PostgreSQL keeps the spelling of a truth value that it was given.</summary>
    private static string Normal(string value) => value.ToUpperInvariant() switch
    {
        "ON" or "TRUE" or "YES" => "TRUE",
        "OFF" or "FALSE" or "NO" => "FALSE",
        var other => other,
    };
}
