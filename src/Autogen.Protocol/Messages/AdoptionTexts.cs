namespace Autogen.Messages;

/// <summary>
/// What both processes say of a database that can't be taken over: the face, where the sources tell; the
/// engine, where only the assembly does.
/// </summary>
internal static class AdoptionTexts
{
    /// <summary>The project has revisions.</summary>
    public static string RevisionsAreThere(IReadOnlyList<string> heads)
        => $"The project has revisions already ({(heads.Count == 1 ? "the head is" : "the heads are")} {string.Join(", ", heads)}), and "
            + "adopt writes the first one. If the database is as a revision would make it, "
            + "say so with 'dotnet autogen stamp REV'; then 'dotnet autogen revision --autogenerate' writes what differs from the model. "
            + "If the revisions were never applied anywhere, delete them and run adopt again.";
}
