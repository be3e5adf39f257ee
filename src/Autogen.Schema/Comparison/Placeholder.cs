namespace Autogen.Schema.Comparison;

/// <summary>
/// Name, in a comparison, of a dropped table or column whose own name another one gets. Changes describe current objects in target names,
/// and such an object has no target name. <see cref="SchemaPairs"/> is the only owner of these names: nothing recognises one by its text.
/// </summary>
internal static class Placeholder
{
    /// <summary>A name for people that nothing has.</summary>
    public static string Of(string name, Func<string, bool> isTaken)
    {
        do
            name += " (old)";
        while (isTaken(name));
        return name;
    }
}
