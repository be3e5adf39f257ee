using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Win32.SafeHandles;

namespace Autogen.EndToEnd.Tests.Running;

/// <summary>Runs a program on a terminal of its own (Linux), and types an answer at each of its prompts.</summary>
public static partial class PseudoTerminal
{
    private const int ReadWrite = 2;
    private const int LineInput = 2; // ICANON of termios(3)

    /// <summary>Runs the program; the terminal controls it, so that Ctrl+C reaches it as a signal.</summary>
    /// <param name="start">The program, with its arguments, folder and environment.</param>
    /// <param name="answers">
    /// What happens at each prompt: what to type, with its line end; <see langword="null"/> for nothing. Gets the program's process.
    /// </param>
    /// <returns>The exit code, and what the terminal shows.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start, IReadOnlyList<Func<int, string?>> answers)
    {
        using var master = new SafeFileHandle(Checked(Open(ReadWrite)), ownsHandle: true);
        var descriptor = (int)master.DangerousGetHandle();
        _ = Checked(Grant(descriptor));
        _ = Checked(Unlock(descriptor));
        var name = new byte[64];
        _ = Checked(Name(descriptor, name, (nuint)name.Length));
        var slave = Encoding.ASCII.GetString(name).TrimEnd('\0');

        // Who runs the tests in the background may ignore Ctrl+C, and a program leaves what is ignored so.
        var shell = new ProcessStartInfo(
            "sh",
            [
                "-c", "exec setsid -c env --default-signal=INT,QUIT \"$0\" \"$@\" <\"$TERMINAL\" >\"$TERMINAL\" 2>&1", start.FileName,
                .. start.ArgumentList
            ])
        {
            WorkingDirectory = start.WorkingDirectory,
        };
        foreach (var (variable, value) in start.Environment)
            shell.Environment[variable] = value;
        shell.Environment["TERMINAL"] = slave;
        shell.Environment["TERM"] = "dumb";
        shell.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(shell)!;
        var shown = await Task.Run(() => Read(master, process.Id, new Queue<Func<int, string?>>(answers)));
        await process.WaitForExitAsync();
        return (process.ExitCode, shown);
    }

    private static string Read(SafeFileHandle master, int process, Queue<Func<int, string?>> answers)
    {
        var shown = new StringBuilder();
        var piece = new byte[4096];
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[piece.Length];
        using var terminal = new FileStream(master, FileAccess.ReadWrite, bufferSize: 0);
        try
        {
            while (terminal.Read(piece, 0, piece.Length) is var length and > 0)
            {
                shown.Append(characters, 0, decoder.GetChars(piece, 0, length, characters, 0));
                if (answers.Count > 0 && Prompt().IsMatch(shown.ToString()))
                {
                    WaitUntilRead(master);
                    if (answers.Dequeue()(process) is { } typed)
                        terminal.Write(Encoding.UTF8.GetBytes(typed));
                    shown.Append('\u200b'); // not the same prompt again
                }
            }
        }
        catch (IOException)
        {
            // EIO: the last program has closed the terminal.
        }

        return Overwritten().Replace(shown.Replace("\u200b", "").Replace("\r\n", "\n").ToString(), "");
    }

    // A program that reads the terminal by itself takes characters, not lines: until then the kernel handles what is typed.
    private static void WaitUntilRead(SafeFileHandle master)
    {
        var settings = new uint[32];
        var isRead = SpinWait.SpinUntil(
            () =>
            {
                _ = Checked(Attributes((int)master.DangerousGetHandle(), settings));
                return (settings[3] & LineInput) == 0;
            },
            TimeSpan.FromMinutes(1));
        if (!isRead)
            throw new InvalidOperationException("Nobody reads what is typed.");
    }

    private static int Checked(int result)
        => result >= 0 ? result : throw new InvalidOperationException($"No terminal: error {Marshal.GetLastPInvokeError()}.");

    // What a line was before it was written again.
    [GeneratedRegex(@"[^\n]*\r")]
    private static partial Regex Overwritten();

    [GeneratedRegex(@"\? \[[^\]]+\] $")]
    private static partial Regex Prompt();

    [DllImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static extern int Open(int flags);

    [DllImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static extern int Grant(int master);

    [DllImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static extern int Unlock(int master);

    [DllImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static extern int Name(int master, byte[] name, nuint length);

    [DllImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static extern int Attributes(int terminal, uint[] settings);
}
