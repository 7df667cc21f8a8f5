namespace ImsAudit.Tests.Snapshots;

/// <summary>Gives its bytes a few at a time, as a network or a pipe may, and cannot seek.</summary>
internal sealed class ChunkedStream(byte[] bytes, int most) : Stream
{
    private int _at;
    private int _turn;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var length = Math.Min(Math.Min(count, 1 + (_turn++ % most)), bytes.Length - _at);
        Array.Copy(bytes, _at, buffer, offset, length);
        _at += length;
        return length;
    }

    // The base class would send each of these few bytes to another thread.
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var copy = new byte[Math.Min(buffer.Length, most)];
        var length = Read(copy, 0, copy.Length);
        copy.AsMemory(0, length).CopyTo(buffer);
        return ValueTask.FromResult(length);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
