using System.Diagnostics;

namespace Autogen.EntityFrameworkCore.Tests.Upgrading;

/// <summary>A file system of 16 MB in memory. Only the superuser of a Linux that allows it can have one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one that belongs to the owner of another folder; <see langword="null"/> where it is not allowed.</summary>
    public static SmallDisk? TryCreate(string ownedLike)
    {
        var path = Directory.CreateTempSubdirectory("autogen-disk-").FullName;
        if (!Directory.Exists(ownedLike) || !Run("mount", "-t", "tmpfs", "-o", "size=16m,mode=0700", "tmpfs", path))
        {
            Directory.Delete(path);
            return null;
        }

        // The folders above are for their owner only: the server's user comes in by a path of its own.
        var disk = new SmallDisk(path);
        if (Run("chown", $"--reference={ownedLike}", path))
            return disk;
        disk.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
