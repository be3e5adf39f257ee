using Autogen.Tool.Projects;

namespace Autogen.EndToEnd.Tests.Projects;

/// <summary>A precompiled copy is used only in place of the very assembly that it was made from.</summary>
public sealed class PrecompiledAssembliesTests : IDisposable
{
    private const string Path1 = "npgsql/10.0.3/lib/net10.0/Npgsql.dll";
    private const string Path2 = "npgsql/10.0.3/lib/net10.0/Npgsql.Other.dll";
    private readonly string folder = Directory.CreateTempSubdirectory("autogen-copies-").FullName;

    [Fact]
    public void Copy_of_the_same_build_is_used()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Write("packages", Path1, typeof(PrecompiledAssemblies));
        Assert.Equal([PathOf("copies/1")], Paths());
        Assert.Empty(Paths("0"));
    }

    [Fact]
    public void Another_build_of_the_same_version_has_no_copy()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Write("packages", Path1, typeof(PrecompiledAssembliesTests));
        Assert.Empty(Paths());
    }

    [Fact]
    public void One_assembly_of_another_build_is_enough()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Write("copies/1", Path2, typeof(PrecompiledAssemblies));
        Write("packages", Path1, typeof(PrecompiledAssemblies));
        Assert.Empty(Paths());
        Write("packages", Path2, typeof(PrecompiledAssembliesTests));
        Assert.Empty(Paths());
    }

    [Fact]
    public void First_folder_of_packages_counts_as_it_does_for_the_runtime()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Write("packages", Path1, typeof(PrecompiledAssembliesTests));
        Write("fallback", Path1, typeof(PrecompiledAssemblies));
        Assert.Empty(Paths());
        File.Delete(PathOf("packages/" + Path1));
        Assert.Equal([PathOf("copies/1")], Paths());
    }

    [Fact]
    public void Copy_of_a_package_that_the_application_does_not_have_is_not_used()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Assert.Empty(Paths());
    }

    [Fact]
    public void File_that_is_no_assembly_has_no_copy()
    {
        Write("copies/1", Path1, typeof(PrecompiledAssemblies));
        Write("packages", Path1, typeof(PrecompiledAssemblies));
        File.WriteAllText(PathOf("packages/" + Path1), "");
        Assert.Empty(Paths());
        File.WriteAllText(PathOf("copies/1/" + Path1), "");
        Assert.Empty(Paths());
    }

    [Fact]
    public void Tool_without_copies_has_none() => Assert.Empty(Paths());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IReadOnlyList<string> Paths(string? setting = null)
        => PrecompiledAssemblies.ProbingPaths(PathOf("copies"), [PathOf("packages"), PathOf("fallback")], setting);

    private string PathOf(string path) => Path.Combine(folder, path);

    private void Write(string root, string path, Type type)
    {
        var file = PathOf($"{root}/{path}");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Copy(type.Assembly.Location, file, overwrite: true);
    }
}
