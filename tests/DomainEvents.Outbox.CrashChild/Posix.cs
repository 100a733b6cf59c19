using System.Runtime.InteropServices;
using System.Text;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>What the framework does not offer: signals to oneself, and a file that several processes append to.</summary>
internal static partial class Posix
{
    private const int WriteOnly = 1;
    private const int Create = 0x40;
    private const int Append = 0x400;

    public static void SignalSelf(int signal)
    {
        Kill(Environment.ProcessId, signal);

        // The signal goes to the process: this thread may run on for a moment, in which it must do nothing.
        Thread.Sleep(signal == 9 ? Timeout.Infinite : 500);
    }

    /// <summary>Adds a line in one write, which no other process's line parts.</summary>
    public static void AppendLine(string file, string line)
    {
        var descriptor = Open(file, WriteOnly | Create | Append, 0b110_100_100);
        var bytes = Encoding.UTF8.GetBytes(line + "\n");
        if (descriptor < 0 || Write(descriptor, bytes, bytes.Length) != bytes.Length)
        {
            throw new IOException("Cannot write " + file);
        }

        Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int descriptor, byte[] bytes, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
