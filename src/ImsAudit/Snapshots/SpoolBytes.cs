namespace ImsAudit.Snapshots;

/// <summary>Bytes that are appended and read again: in memory while they are few, in a temporary file when they are many.</summary>
/// <param name="folder">Where the temporary file goes; null keeps everything in memory.</param>
/// <param name="inMemory">The most bytes that stay in memory before they go to the file.</param>
internal sealed class SpoolBytes(string? folder, int inMemory) : IDisposable
{
    private readonly MemoryStream _recent = new();
    private TempFile? _file;

    // Everything before this is in the file, everything from it on is in memory.
    private long Filed => _file?.Length ?? 0;

    /// <returns>Where the bytes can be read again.</returns>
    public long Append(ReadOnlySpan<byte> bytes)
    {
        if (folder is not null && _recent.Length > 0 && _recent.Length + bytes.Length > inMemory)
        {
            _file ??= TempFile.Create(folder);
            _file.Append(_recent.GetBuffer().AsSpan(0, (int)_recent.Length));
            _recent.SetLength(0);
        }
        var at = Filed + _recent.Length;
        _recent.Write(bytes);
        return at;
    }

    /// <summary>What one call to <see cref="Append"/> wrote.</summary>
    public byte[] Read(long at, int length)
    {
        var bytes = new byte[length];
        if (at < Filed) _file!.Read(at, bytes);
        else _recent.GetBuffer().AsSpan((int)(at - Filed), length).CopyTo(bytes);
        return bytes;
    }

    public void Dispose()
    {
        _recent.Dispose();
        _file?.Dispose();
    }
}
