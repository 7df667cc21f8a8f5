namespace ImsAudit.Snapshots;

/// <summary>Reads a stream line by line into one buffer. However the stream cuts its bytes, the lines are the same.</summary>
/// <param name="longest">The longest line in bytes; a longer one is <see cref="InvalidDataException"/>.</param>
internal sealed class LineReader(Stream stream, int longest = LineReader.Longest)
{
    /// <summary>64 MiB: no image is near it, and a file without a line end must not fill the memory.</summary>
    public const int Longest = 64 * 1024 * 1024;

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The line with its line end, if it has one; valid until the next is read.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>The number of the line, from 1.</summary>
    public long Number { get; private set; }

    public bool IsTerminated => Line.Span is [.., (byte)'\n'];

    /// <summary>False at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">A line is too long, or the stream says so.</exception>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0) return Take(searched + at + 1);
            if (_ended) return _end > _start && Take(_end - _start);
            searched = _end - _start;
            await FillAsync(cancellationToken);
        }
    }

    private bool Take(int length)
    {
        Line = _buffer.AsMemory(_start, length);
        _start += length;
        Number++;
        return true;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var kept = _buffer.AsMemory(_start, _end - _start);
        if (kept.Length > longest) throw new InvalidDataException($"A line is longer than {longest / (1024 * 1024)} MiB.");
        var target = kept.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        kept.CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept.Length);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
    }
}
