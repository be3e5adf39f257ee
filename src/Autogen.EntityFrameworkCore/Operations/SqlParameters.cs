using System.Reflection;

namespace Autogen.Operations;

/// <summary>Reads parameters and finds their places in a statement.</summary>
internal static class SqlParameters
{
    /// <summary>The parameters that an object's properties, or a dictionary, give.</summary>
    public static IReadOnlyList<SqlParameterValue> Of(object parameters)
        => parameters is IEnumerable<KeyValuePair<string, object?>> pairs
            ? [.. pairs.Select(pair => new SqlParameterValue(pair.Key.TrimStart('@'), pair.Value?.GetType() ?? typeof(string), pair.Value))]
            : [.. parameters.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Select(property => new SqlParameterValue(property.Name, property.PropertyType, property.GetValue(parameters)))];

    /// <summary>Refuses parameters that have no place, and places that have no parameter.</summary>
    /// <exception cref="ArgumentException">There are such.</exception>
    public static void RequireMatch(string sql, IReadOnlyList<SqlParameterValue> parameters)
    {
        var places = SqlPlaceholders.In(sql).Select(place => place.Name).ToHashSet(StringComparer.Ordinal);
        var names = parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        if (places.Except(names, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new ArgumentException($"The statement has a parameter '@{missing}' that is not given.", nameof(parameters));
        if (names.Except(places, StringComparer.Ordinal).FirstOrDefault() is { } unused)
            throw new ArgumentException($"The statement has no parameter '@{unused}'.", nameof(parameters));
    }

    /// <summary>The statement with the parameters' values in their places.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="literal">A parameter's value as SQL.</param>
    public static string Inline(string sql, Func<string, string> literal)
    {
        var text = new System.Text.StringBuilder();
        var end = 0;
        foreach (var (name, start, length) in SqlPlaceholders.In(sql))
        {
            text.Append(sql, end, start - end).Append(literal(name));
            end = start + length;
        }

        return text.Append(sql, end, sql.Length - end).ToString();
    }
}
