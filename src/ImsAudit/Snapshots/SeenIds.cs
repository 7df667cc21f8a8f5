namespace ImsAudit.Snapshots;

/// <summary>
/// Which ids were seen, in 8 bytes each. It may take two ids for one, never one for two: who asks then looks closer. Hashes
/// are keyed by the process, so that nobody can choose ids that are taken for one.
/// </summary>
internal sealed class SeenIds
{
    private const int Shards = 256;
    private readonly ulong[][] _shards = new ulong[Shards][];
    private readonly int[] _counts = new int[Shards];

    public SeenIds() => Array.Fill(_shards, new ulong[8]);

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
        var shard = (int)(hash >> 56);
        if (_counts[shard] == 0) _shards[shard] = new ulong[8];
        // Small tables that grow one by one, so that memory never holds all of it twice.
        if (_counts[shard] >= _shards[shard].Length / 4 * 3) Grow(shard);
        if (!Put(_shards[shard], hash)) return false;
        _counts[shard]++;
        return true;
    }

    private void Grow(int shard)
    {
        var larger = new ulong[_shards[shard].Length * 2];
        foreach (var hash in _shards[shard])
            if (hash != 0)
                Put(larger, hash);
        _shards[shard] = larger;
    }

    private static bool Put(ulong[] table, ulong hash)
    {
        var at = (int)(hash >> 8) & (table.Length - 1);
        for (; table[at] != 0; at = (at + 1) & (table.Length - 1))
            if (table[at] == hash)
                return false;
        table[at] = hash;
        return true;
    }

    private static uint HashOf(ReadOnlySpan<char> text) => (uint)string.GetHashCode(text, StringComparison.Ordinal);
}
