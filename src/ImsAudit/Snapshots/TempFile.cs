using Microsoft.Win32.SafeHandles;

namespace ImsAudit.Snapshots;

/// <summary>
/// A file for what does not fit into memory, readable by this user alone, and gone when it is closed or the process ends.
/// </summary>
internal sealed class TempFile : IDisposable
{
    private readonly FileStream _file;

    private TempFile(FileStream file) => _file = file;

    public long Length { get; private set; }

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <exception cref="IOException">The folder is not there, or there is no room.</exception>
    public static TempFile Create(string folder)
    {
        // The name is seen by nobody, so that its randomness does not reach any output.
        var path = Path.Combine(folder, $"imsaudit-{Path.GetRandomFileName()}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // On Unix an open file needs no name: without one it vanishes even if the process is killed.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return new TempFile(file);
    }

    /// <summary>Copies a stream that can be read only once.</summary>
    public static async Task<TempFile> OfAsync(Stream source, string folder, CancellationToken cancellationToken)
    {
        var file = Create(folder);
        try
        {
            var buffer = new byte[128 * 1024];
            while (await source.ReadAsync(buffer, cancellationToken) is var read and > 0) file.Append(buffer.AsSpan(0, read));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(Handle, bytes, Length);
        Length += bytes.Length;
    }

    /// <summary>Fills <paramref name="target"/>; may be called by several threads.</summary>
    public void Read(long offset, Span<byte> target)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(Handle, target, offset);
            if (read == 0) throw new EndOfStreamException("A temporary file is shorter than what was written to it.");
            offset += read;
            target = target[read..];
        }
    }

    /// <summary>Reads it from its beginning; several may be open.</summary>
    public Stream OpenRead() => new Reading(this);

    public void Dispose() => _file.Dispose();

    private sealed class Reading(TempFile file) : ForwardStream
    {
        private long _at;

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, file.Length - _at);
            file.Read(_at, buffer[..count]);
            _at += count;
            return count;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(Read(buffer.Span));
        }
    }
}
