using System.Buffers.Binary;
using System.IO.Compression;

namespace ImsAudit.Snapshots;

/// <summary>
/// Unpacks gzip and, other than <see cref="GZipStream"/>, which takes the end of a cut file for the end of the data, throws
/// <see cref="InvalidDataException"/> unless the length that the file ends with is the length that was unpacked.
/// </summary>
internal sealed class WholeGzipStream : ForwardStream
{
    private const int LengthField = 4;
    private const int ShortestFile = 18;

    private readonly TailStream _packed;
    private readonly GZipStream _unpacked;
    private uint _length;

    public WholeGzipStream(Stream packed)
    {
        _packed = new TailStream(packed);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer) => Counted(_unpacked.Read(buffer), buffer.Length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await _unpacked.ReadAsync(buffer, cancellationToken), buffer.Length);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int read, int wanted)
    {
        // RFC 1952: ten bytes of header, eight of trailer, whose last four are the length modulo 2^32.
        unchecked { _length += (uint)read; }
        if (read == 0 && wanted > 0 && (_packed.Tail != _length || _packed.Count < ShortestFile))
            throw new InvalidDataException("The compressed data is cut short, or was put together of several parts.");
        return read;
    }

    /// <summary>Remembers the last four bytes that were read through it.</summary>
    private sealed class TailStream(Stream inner) : ForwardStream
    {
        private ulong _last;

        public long Count { get; private set; }

        public uint Tail => BinaryPrimitives.ReverseEndianness((uint)_last);

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Remember(buffer[..read]);
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            Remember(buffer.Span[..read]);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        private void Remember(ReadOnlySpan<byte> bytes)
        {
            Count += bytes.Length;
            foreach (var b in bytes[Math.Max(0, bytes.Length - LengthField)..]) _last = (_last << 8) | b;
        }
    }
}
