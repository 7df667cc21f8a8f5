namespace ImsAudit.Files;

/// <summary>Why a file cannot be read or written, as the end of a sentence, without a full stop. The one place that words it.</summary>
public static class FileTrouble
{
    // What .NET hands on of the system: errno on Unix, the low half of an HRESULT on Windows.
    private static readonly Dictionary<int, string> s_unix = new()
    {
        [5] = "the disk reports an error",
        [20] = "a part of its path is a file, not a folder",
        [21] = "it is a folder",
        [24] = "too many files are open",
        [26] = "another program is running it",
        [27] = "it would be larger than files may be here",
        [28] = "there is no room left on the disk",
        [30] = "the file system can only be read",
        [32] = "who was to read it has gone",
        [36] = "its name is too long",
        [40] = "its links lead in a circle",
        [122] = "there is no room left for this user",
    };

    private static readonly Dictionary<int, string> s_windows = new()
    {
        [32] = "another program has it open",
        [33] = "another program has it open",
        [39] = "there is no room left on the disk",
        [112] = "there is no room left on the disk",
        [109] = "who was to read it has gone",
        [123] = "its name is none that a file can have",
        [206] = "its name is too long",
    };

    /// <param name="trouble">An <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or what else a file brings.</param>
    public static string Of(Exception trouble) => trouble switch
    {
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        PathTooLongException => "its name is too long",
        EndOfStreamException => "it is shorter than it must be",
        UnauthorizedAccessException => "this user may not, or it is a folder",
        IOException when Known(trouble.HResult) is { } known => known,
        _ => trouble.Message.TrimEnd('.'),
    };

    private static string? Known(int code) => OperatingSystem.IsWindows() ? s_windows.GetValueOrDefault(code & 0xFFFF) : s_unix.GetValueOrDefault(code);
}
