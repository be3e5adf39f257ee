using Autogen.Schema;

namespace Autogen.Tool.Sources;

/// <summary>Reads the revisions of a project from its source files: no build, and no code that compiles, is needed.</summary>
internal static class RevisionSources
{
    /// <summary>
    /// All revisions in the folder and below, in ordinal order of their files' paths; none if no such folder exists.
    /// </summary>
    /// <param name="projectDirectory">The project's folder; paths in messages are relative to it.</param>
    /// <param name="revisionsDirectory">The folder of revisions, absolute or relative to the project's.</param>
    /// <exception cref="AutogenException">
    /// A file can't be understood (<see cref="ErrorCode.RevisionInvalid"/>) or read (<see cref="ErrorCode.RevisionInvalid"/>), or two have
    /// one id (<see cref="ErrorCode.RevisionDuplicated"/>).
    /// </exception>
    internal static IReadOnlyList<SourceRevision> Read(string projectDirectory, string revisionsDirectory)
    {
        var project = Path.GetFullPath(projectDirectory);
        var folder = Path.GetFullPath(revisionsDirectory, project);
        if (!Directory.Exists(folder))
            return [];
        var files = SourceFiles(folder)
            .Select(path => (Path: path, Relative: Path.GetRelativePath(project, path).Replace('\\', '/')))
            .OrderBy(f => f.Relative, StringComparer.Ordinal)
            .ToArray();
        var found = new SourceRevision?[files.Length];
        var problems = new AutogenException?[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            try
            {
                found[i] = ReadFile(files[i].Path, files[i].Relative);
            }
            catch (AutogenException problem)
            {
                problems[i] = problem;
            }
        });
        // The first of several problems is always the same one.
        if (Array.Find(problems, p => p is not null) is { } first)
            throw first;
        SourceRevision[] revisions = [.. found.OfType<SourceRevision>()];
        RefuseDuplicates(revisions);
        return revisions;
    }

    private static IEnumerable<string> SourceFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs"))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            // What a build wrote, and what is hidden, is no source; a link could lead round in a cycle.
            var name = Path.GetFileName(inner);
            if (name is "bin" or "obj" || name.StartsWith('.') || new DirectoryInfo(inner).LinkTarget is not null)
                continue;
            foreach (var file in SourceFiles(inner))
                yield return file;
        }
    }

    private static SourceRevision? ReadFile(string path, string relativePath)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw SourceProblem.Refused(
                relativePath,
                $"The revision file {relativePath} can't be read: {Sentence.Ended(problem.Message)} Check the file and its permissions.");
        }

        return RevisionParser.Parse(text, path, relativePath);
    }

    private static void RefuseDuplicates(SourceRevision[] revisions)
    {
        // a file's name and a prefix of an id ignore case
        var byId = new Dictionary<string, SourceRevision>(StringComparer.OrdinalIgnoreCase);
        foreach (var revision in revisions)
        {
            if (byId.TryAdd(revision.Node.Id, revision))
                continue;
            var other = byId[revision.Node.Id];
            var (one, two) = ($"{other.Node.Source}:{other.Line}", $"{revision.Node.Source}:{revision.Line}");
            throw new AutogenException(
                ErrorCode.RevisionDuplicated,
                $"Duplicate revision id '{revision.Node.Id}'"
                    + (string.Equals(other.Node.Id, revision.Node.Id, StringComparison.Ordinal) ? ": " : ", ignoring case: ")
                    + $"{one} and {two}. Give one of them another id, and name that in the revisions that follow it.")
            {
                Details = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["revision"] = revision.Node.Id,
                    ["file"] = one,
                    ["otherFile"] = two
                },
            };
        }
    }
}
