namespace Autogen.Design.Providers;

/// <summary>The names of annotations that a provider's room reads or writes; declaring one adds it.</summary>
internal sealed class AnnotationNames
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<string> prefixes = [];

    /// <summary>Adds a name.</summary>
    public string Name(string name)
    {
        names.Add(name);
        return name;
    }

    /// <summary>Adds all names that begin so.</summary>
    public string Prefix(string prefix)
    {
        prefixes.Add(prefix);
        return prefix;
    }

    /// <summary>Whether a name is one of them.</summary>
    public bool Has(string name)
        => names.Contains(name) || prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
