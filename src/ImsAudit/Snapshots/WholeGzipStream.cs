using System.IO.Compression;

namespace ImsAudit.Snapshots;

/// <summary>
/// Unpacks gzip, of one part or of several one behind the other, and, other than <see cref="GZipStream"/>, which takes the
/// end of a cut file for the end of the data, throws <see cref="InvalidDataException"/> when the last part is not whole.
/// </summary>
/// <remarks>When all is read, a part of our own follows: only behind a part that is whole is it unpacked as what it is.</remarks>
internal sealed class WholeGzipStream : ForwardStream
{
    private static readonly byte[] EndMark = "imsaudit: here the file was whole"u8.ToArray();
    private static readonly byte[] PackedEndMark = Pack(EndMark);

    private readonly FollowedStream _packed;
    private readonly GZipStream _unpacked;

    public WholeGzipStream(Stream packed)
    {
        _packed = new FollowedStream(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);
        if (read == 0 && !buffer.IsEmpty) CheckEnd();
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _unpacked.ReadAsync(buffer, cancellationToken);
        if (read == 0 && !buffer.IsEmpty) CheckEnd();
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private void CheckEnd()
    {
        _packed.Follow(PackedEndMark);
        var end = new byte[EndMark.Length + 1];
        var length = _unpacked.ReadAtLeast(end, end.Length, throwOnEndOfStream: false);
        if (!end.AsSpan(0, length).SequenceEqual(EndMark)) throw new InvalidDataException("The compressed data is cut short, or something else follows it.");
    }

    /// <summary>One stream, and when it has ended and was told to, a few bytes more.</summary>
    private sealed class FollowedStream(Stream inner) : ForwardStream
    {
        private MemoryStream? _after;

        public void Follow(byte[] bytes) => _after = new MemoryStream(bytes);

        public override int Read(Span<byte> buffer) => (_after ?? inner).Read(buffer);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => (_after ?? inner).ReadAsync(buffer, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
