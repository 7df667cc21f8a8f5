namespace ImsAudit.Snapshots;

/// <summary>
/// Which ids were seen, in some 16 bytes each. It may take two ids for one, never one for two: who asks then looks closer. Hashes
/// are keyed by the process, so that nobody can choose ids that are taken for one.
/// </summary>
internal sealed class SeenIds
{
    /// <summary>By the first bits of the hash; several entries in a row may share a segment.</summary>
    private Segment[] _directory = [new Segment(depth: 0)];
    private int _depth;

    /// <summary>64 bits of an id, never 0.</summary>
    public static ulong HashOf(string id)
    {
        // Marvin over all of it, and over a half: together more than its 32 bits.
        var half = id.Length / 2;
        var high = (HashOf(id.AsSpan(half)) * 0x9E3779B1) ^ HashOf(id.AsSpan(0, half));
        return ((ulong)high << 32) | HashOf(id.AsSpan()) | 1;
    }

    /// <summary>False when it may have been there already.</summary>
    public bool Add(ulong hash)
    {
        while (true)
        {
            var segment = _directory[FirstBits(hash, _depth)];
            if (!segment.IsFull) return segment.Add(hash);
            if (segment.Contains(hash)) return false;
            // Not all of it is laid out anew when it grows, so that memory never holds it twice.
            Split(segment, FirstBits(hash, segment.Depth));
        }
    }

    /// <param name="prefix">The first bits that all hashes of the segment share.</param>
    private void Split(Segment segment, int prefix)
    {
        if (segment.Depth == _depth)
        {
            _directory = [.. _directory.SelectMany(one => new[] { one, one })];
            _depth++;
        }
        var other = segment.SplitOff();
        var entries = 1 << (_depth - segment.Depth);
        _directory.AsSpan(((prefix * 2) + 1) * entries, entries).Fill(other);
    }

    // To shift by all 64 bits is to shift by none.
    private static int FirstBits(ulong hash, int count) => (int)(hash >> 1 >> (63 - count));

    private static uint HashOf(ReadOnlySpan<char> text) => (uint)string.GetHashCode(text, StringComparison.Ordinal);

    /// <summary>The hashes that begin with the same bits.</summary>
    private sealed class Segment(int depth)
    {
        private const int Size = 512;
        private readonly ulong[] _hashes = new ulong[Size];
        private int _count;

        /// <summary>How many first bits they share.</summary>
        public int Depth { get; private set; } = depth;

        public bool IsFull => _count >= Size / 4 * 3;

        public bool Contains(ulong hash) => _hashes[PlaceOf(hash)] == hash;

        /// <summary>False when it was there.</summary>
        public bool Add(ulong hash)
        {
            var at = PlaceOf(hash);
            if (_hashes[at] == hash) return false;
            _hashes[at] = hash;
            _count++;
            return true;
        }

        /// <summary>Takes those out whose next bit is set.</summary>
        public Segment SplitOff()
        {
            Span<ulong> all = stackalloc ulong[Size];
            _hashes.CopyTo(all);
            Array.Clear(_hashes);
            (_count, Depth) = (0, Depth + 1);
            var other = new Segment(Depth);
            foreach (var hash in all)
                if (hash != 0)
                    (FirstBits(hash, Depth) % 2 == 0 ? this : other).Add(hash);
            return other;
        }

        /// <summary>Where it stands, or would.</summary>
        private int PlaceOf(ulong hash)
        {
            var at = (int)(hash >> 8) & (Size - 1);
            while (_hashes[at] != 0 && _hashes[at] != hash) at = (at + 1) & (Size - 1);
            return at;
        }
    }
}
