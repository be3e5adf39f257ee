namespace Autogen.Design.Models.Values;

/// <summary>All values that a property of few values can have: those of a boolean, of an enumeration, and combinations of flags.</summary>
internal static class FiniteValues
{
    /// <summary>The values with their names; an alias has an entry of its own. Empty if there are more than can be listed.</summary>
    /// <param name="type">An enumeration, or <see cref="bool"/>.</param>
    /// <param name="most">The greatest number of values.</param>
    public static IReadOnlyList<(string Name, object Value)> Of(Type type, int most)
    {
        if (type == typeof(bool))
            return [("False", false), ("True", true)];
        List<(string Name, object Value)> values = [.. Enum.GetNames(type).Select(name => (name, Enum.Parse(type, name)))];
        if (type.IsDefined(typeof(FlagsAttribute), inherit: false) && !AddCombinations(type, values, most))
            return [];
        return values.Count <= most ? values : [];
    }

    // .NET names a combination by its parts ("Read, Write"), and what has no name by its number.
    private static bool AddCombinations(Type type, List<(string Name, object Value)> values, int most)
    {
        var zero = Enum.ToObject(type, 0);
        HashSet<object> combinations = [zero];
        foreach (var (_, flag) in values.ToList())
        {
            combinations.UnionWith(combinations.Select(other => Combine(type, other, flag)).ToList());
            if (combinations.Count > most)
                return false;
        }

        var named = values.Select(value => value.Value).ToHashSet();
        values.AddRange(combinations.Where(value => !named.Contains(value)).Order().Select(value => (value.ToString()!, value)));
        return true;
    }

    private static object Combine(Type type, object one, object other)
        => Enum.GetUnderlyingType(type) == typeof(ulong)
            ? Enum.ToObject(type, Convert.ToUInt64(one, null) | Convert.ToUInt64(other, null))
            : Enum.ToObject(type, Convert.ToInt64(one, null) | Convert.ToInt64(other, null));
}
