using ImsAudit.Files;

namespace ImsAudit.Cli.Outputs;

/// <summary>
/// Where one output goes. A file is written beside its place and takes its name only when it is whole, so that a failure
/// leaves the earlier file as it was. A device or a pipe cannot be replaced and is written directly.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    private readonly string _name;
    private readonly string? _path;
    private string? _temporary;

    private OutputFile(string name, string? path, string? temporary, Stream stream)
    {
        (_name, _path, _temporary) = (name, path, temporary);
        Stream = stream;
    }

    public Stream Stream { get; }

    public bool IsStandardOutput => _name == StandardOutput;

    public const string StandardOutput = "-";

    /// <summary>False for what is gone once it is written.</summary>
    public bool CanStartAgain => _temporary is not null;

    /// <summary>Takes back all that was written.</summary>
    public void StartAgain() => Stream.SetLength(0);

    /// <param name="name">As the user named it; <c>-</c> is standard output.</param>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public static OutputFile Open(Surroundings surroundings, string name)
    {
        if (name == StandardOutput) return new OutputFile(name, path: null, temporary: null, new BufferedStream(surroundings.Output, BufferSize));
        try
        {
            var path = FinalPath(surroundings.PathOf(name));
            if (OpenDirectly(path) is { } direct) return new OutputFile(name, path: null, temporary: null, direct);
            var temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}.tmp");
            return new OutputFile(name, path, temporary, new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CannotBeWritten(name, wrong);
        }
    }

    /// <summary>A file that only this program sees, to be copied elsewhere; gone when it is disposed, and, on Unix, when the program is killed.</summary>
    /// <param name="folder">A path.</param>
    /// <exception cref="UserMistakeException">It cannot be written.</exception>
    public static OutputFile OpenNameless(string folder)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize, Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var path = Path.Combine(folder, $"imsaudit-{Path.GetRandomFileName()}.tmp");
            var stream = new FileStream(path, options);
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            return new OutputFile(folder, path: null, temporary: null, stream);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(folder, wrong);
        }
    }

    /// <summary>Copies what was written, from its beginning.</summary>
    public Task CopyToAsync(Stream stream)
    {
        Stream.Position = 0;
        return Stream.CopyToAsync(stream);
    }

    /// <summary>True for what cannot be put in another's place: a device, a pipe.</summary>
    public static bool IsWrittenDirectly(Surroundings surroundings, string name)
    {
        using var stream = OpenDirectly(FinalPath(surroundings.PathOf(name)));
        return stream is not null;
    }

    /// <summary>Writes, so that trouble with the file reads as a sentence about this file.</summary>
    /// <exception cref="UserMistakeException">It cannot be written; a temporary file is gone when this is disposed.</exception>
    public async Task WriteAsync(Func<Stream, Task> write)
    {
        try
        {
            await write(Stream);
            await Stream.FlushAsync();
            if (_temporary is not null) ((FileStream)Stream).Flush(flushToDisk: true);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(_name, wrong);
        }
    }

    /// <summary>Gives the file its name.</summary>
    public void Commit()
    {
        if (_temporary is null) return;
        Stream.Dispose();
        try
        {
            File.Move(_temporary, _path!, overwrite: true);
            _temporary = null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw CannotBeWritten(_name, wrong);
        }
    }

    public void Dispose()
    {
        try
        {
            // Standard output belongs to who opened it; a BufferedStream would close it.
            if (!IsStandardOutput) Stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written when it was asked for was reported then; closing tries again and fails again.
        }
        if (_temporary is not null) File.Delete(_temporary);
    }

    public static UserMistakeException CannotBeWritten(string name, Exception wrong) =>
        new($"{(name == StandardOutput ? "Standard output" : name)} cannot be written: {FileTrouble.Of(wrong)}. A file that was there before is as it was.");

    /// <summary>Where a link leads: the link stays, and what it leads to is replaced.</summary>
    public static string FinalPath(string path)
    {
        if (Directory.Exists(path)) throw new IOException("It is a folder");
        return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
    }

    private static FileStream? OpenDirectly(string path)
    {
        if (!File.Exists(path)) return null;
        var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        // /dev/null says that it can seek, though it is no file.
        if (!stream.CanSeek || path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal)) return stream;
        stream.Dispose();
        return null;
    }
}
