using System.ComponentModel;
using Autogen.Graph;
using Autogen.Tool.Projects;

namespace Autogen.Tool.Sources;

/// <summary>
/// Where git has the file of a revision that is missing here. Best effort: without git or a repository, or where git
/// takes too long, nothing is found.
/// </summary>
internal static class GitBranches
{
    private const int MostCommits = 20;
    private const int MostBranches = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>The branches whose newest commit has the file, local ones first.</summary>
    /// <param name="id">The revision's id.</param>
    /// <param name="folder">A folder of the work tree, absolute.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<GitFile>> WithRevisionAsync(string id, string folder, CancellationToken cancellationToken)
    {
        if (!RevisionName.IsValid(id) || !Directory.Exists(folder))
            return [];
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Longest);
        try
        {
            return await FindAsync(id, folder, limited.Token);
        }
        catch (Exception exception)
            when (exception is Win32Exception || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return [];
        }
    }

    private static async Task<IReadOnlyList<GitFile>> FindAsync(string id, string folder, CancellationToken cancellationToken)
    {
        var commits = await LinesAsync(
            folder, ["log", "--all", "--format=%H", $"-n{MostCommits}", $"-S\"{id}\"", "--", "."], cancellationToken);
        if (commits.Count == 0)
            return [];
        var branches = await LinesAsync(
            folder, ["branch", "--all", "--format=%(refname)", .. commits.Select(commit => $"--contains={commit}")], cancellationToken);
        var references = branches.Where(
            name => name.StartsWith("refs/", StringComparison.Ordinal) && !name.EndsWith("/HEAD", StringComparison.Ordinal))
            .OrderBy(name => name.StartsWith("refs/heads/", StringComparison.Ordinal) ? 0 : 1).Take(MostBranches).ToList();
        if (references.Count == 0)
            return [];
        // A revision that follows this one names its id, too: the file is the one that begins its attribute with it.
        var found = await LinesAsync(
            folder, ["grep", "-z", "-l", "--full-name", "-F", "-e", $"Revision(\"{id}\"", .. references, "--", "."], cancellationToken);
        return [.. found.Select(line => line.Split(':', 2))
            .Where(parts => parts.Length == 2)
            .Select(parts => new GitFile(Short(parts[0]), parts[1]))
            .DistinctBy(file => file.Branch, StringComparer.Ordinal)];
    }

    private static string Short(string reference)
        => reference.StartsWith("refs/heads/", StringComparison.Ordinal)
            ? reference["refs/heads/".Length..]
            : reference.Replace("refs/remotes/", "", StringComparison.Ordinal);

    private static async Task<IReadOnlyList<string>> LinesAsync(
        string folder, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (exitCode, output, _) = await ProcessOutput.RunAsync(
            "git",
            ["--no-pager", "--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false", .. arguments],
            folder,
            cancellationToken);
        return exitCode == 0 ? output.Split(['\n', '\0'], StringSplitOptions.RemoveEmptyEntries) : [];
    }
}

/// <summary>A file of a branch.</summary>
/// <param name="Branch">The branch, as git calls it for short.</param>
/// <param name="Path">The file, relative to the repository.</param>
internal sealed record GitFile(string Branch, string Path);
