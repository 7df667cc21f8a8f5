namespace ImsAudit.Cli.Proving;

/// <summary>Takes what is written and holds it against a file, byte by byte, without keeping either.</summary>
internal sealed class ComparingStream(Stream expected) : Stream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private long _line = 1;
    private bool _ended;

    /// <summary>The line, from 1, on which the first difference stands; null as long as there is none.</summary>
    public long? DiffersOnLine { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Nothing more comes: the file must be at its end too.</summary>
    public void End()
    {
        if (_ended) return;
        _ended = true;
        if (DiffersOnLine is null && expected.ReadByte() >= 0) DiffersOnLine = _line;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0 && DiffersOnLine is null)
        {
            var part = buffer[..Math.Min(buffer.Length, _buffer.Length)];
            Compare(part, _buffer.AsSpan(0, expected.ReadAtLeast(_buffer.AsSpan(0, part.Length), part.Length, throwOnEndOfStream: false)));
            buffer = buffer[part.Length..];
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Compare(ReadOnlySpan<byte> made, ReadOnlySpan<byte> kept)
    {
        var same = made.CommonPrefixLength(kept);
        _line += made[..same].Count((byte)'\n');
        if (same < made.Length) DiffersOnLine = _line;
    }
}
