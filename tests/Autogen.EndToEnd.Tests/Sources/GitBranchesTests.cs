using System.Diagnostics;
using Autogen.Testing;
using Autogen.Tool.Sources;

namespace Autogen.EndToEnd.Tests.Sources;

[Case("R6")]
public sealed class GitBranchesTests : IDisposable
{
    private readonly string repository = Directory.CreateTempSubdirectory("autogen-git-").FullName;

    public GitBranchesTests()
    {
        Git("init", "-q", "-b", "main");
        Commit("Revisions/one.cs", "[Revision(\"aaaa00000001\")]");
    }

    public void Dispose() => Directory.Delete(repository, recursive: true);

    [Fact]
    public async Task Branch_with_the_file_is_found_from_another_branch()
    {
        Git("switch", "-q", "-c", "theirs");
        Commit("Revisions/two.cs", "[Revision(\"bbbb00000001\", Revises = \"aaaa00000001\")]");
        Git("switch", "-q", "-c", "later");
        Commit("Revisions/three.cs", "[Revision(\"cccc00000001\", Revises = \"bbbb00000001\")]");
        Git("switch", "-q", "main");
        Assert.Equal(
            [new GitFile("later", "Revisions/two.cs"), new GitFile("theirs", "Revisions/two.cs")], await FindAsync("bbbb00000001"));
        Assert.Equal([new GitFile("later", "Revisions/three.cs")], await FindAsync("cccc00000001"));
    }

    [Fact]
    public async Task Branch_that_has_deleted_the_file_is_not_found()
    {
        Git("switch", "-q", "-c", "theirs");
        Commit("Revisions/two.cs", "[Revision(\"bbbb00000001\")]");
        Git("rm", "-q", "Revisions/two.cs");
        Git("commit", "-q", "-m", "gone");
        Assert.Empty(await FindAsync("bbbb00000001"));
    }

    [Theory]
    [InlineData("bbbb")]
    [InlineData("--all")]
    [InlineData("x'; DROP TABLE t; --")]
    [InlineData("\u001b[2J")]
    [InlineData("")]
    public async Task Id_that_no_branch_has_is_not_found(string id) => Assert.Empty(await FindAsync(id));

    [Fact]
    public async Task Folder_outside_of_a_repository_has_no_branches()
    {
        var outside = Directory.CreateTempSubdirectory("autogen-no-git-");
        Assert.Empty(await GitBranches.WithRevisionAsync("bbbb00000001", outside.FullName, CancellationToken.None));
        outside.Delete();
        Assert.Empty(await GitBranches.WithRevisionAsync("bbbb00000001", outside.FullName, CancellationToken.None));
    }

    private Task<IReadOnlyList<GitFile>> FindAsync(string id)
        => GitBranches.WithRevisionAsync(id, Path.Combine(repository, "Revisions"), CancellationToken.None);

    private void Commit(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(repository, path))!);
        File.WriteAllText(Path.Combine(repository, path), text);
        Git("add", "-A");
        Git("commit", "-q", "-m", path);
    }

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("git", ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false", .. arguments])
            {
                WorkingDirectory = repository
            })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
