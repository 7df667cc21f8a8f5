namespace ImsAudit.Snapshots;

/// <summary>
/// A file that <c>--from</c> named: it can be opened any number of times and is read as plain bytes, whether it is
/// compressed (told by its first bytes, not by its name) or begins with a byte order mark.
/// </summary>
internal sealed class InputFile
{
    private static readonly byte[] GzipMagic = [0x1f, 0x8b];
    private static readonly byte[] ByteOrderMark = [0xef, 0xbb, 0xbf];

    private readonly Func<Stream> _open;
    private readonly bool _compressed;
    private readonly bool _marked;

    private InputFile(string name, Func<Stream> open, bool compressed, bool marked)
    {
        Name = name;
        _open = open;
        _compressed = compressed;
        _marked = marked;
    }

    /// <summary>As the user gave it, for messages.</summary>
    public string Name { get; }

    public bool IsCompressed => _compressed;

    /// <param name="open">Opens the file's bytes anew; the stream need not seek.</param>
    public static async Task<InputFile> SniffAsync(string name, Func<Stream> open, CancellationToken cancellationToken)
    {
        var plain = new InputFile(name, open, compressed: false, marked: false);
        var file = new InputFile(name, open, await plain.BeginsWithAsync(GzipMagic, cancellationToken), marked: false);
        return new InputFile(name, open, file._compressed, await file.BeginsWithAsync(ByteOrderMark, cancellationToken));
    }

    public async Task<Stream> OpenAsync(CancellationToken cancellationToken)
    {
        var raw = _open();
        var stream = _compressed ? new WholeGzipStream(raw) : raw;
        if (_marked) await stream.ReadExactlyAsync(new byte[ByteOrderMark.Length], cancellationToken);
        return stream;
    }

    /// <summary>The first bytes; fewer than <paramref name="count"/> when the file has no more, or cannot be unpacked further.</summary>
    public async Task<byte[]> PeekAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        var length = 0;
        await using var stream = await OpenAsync(cancellationToken);
        try
        {
            while (length < count && await stream.ReadAsync(bytes.AsMemory(length), cancellationToken) is var read and > 0) length += read;
        }
        catch (InvalidDataException)
        {
            // Damaged compression: what came before it is the beginning. Whoever reads the whole file meets the damage again and reports it.
        }
        return bytes[..length];
    }

    /// <summary>True when it was unpacked whole, and holds nothing.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await OpenAsync(cancellationToken);
            return await stream.ReadAsync(new byte[1], cancellationToken) == 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private async Task<bool> BeginsWithAsync(byte[] start, CancellationToken cancellationToken) =>
        (await PeekAsync(start.Length, cancellationToken)).AsSpan().SequenceEqual(start);
}
