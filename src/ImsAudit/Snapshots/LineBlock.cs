namespace ImsAudit.Snapshots;

/// <summary>A part of a file: whole lines.</summary>
internal sealed class LineBlock(int size)
{
    /// <summary>Counted from 0.</summary>
    public int Number { get; set; }

    public int Length { get; set; }

    /// <summary>Room for its lines.</summary>
    public byte[] Bytes { get; private set; } = new byte[size];

    public void Grow()
    {
        var larger = new byte[Bytes.Length * 2];
        Bytes.CopyTo(larger, 0);
        Bytes = larger;
    }

    /// <summary>The lines without their line ends.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Lines()
    {
        for (int start = 0, end; start < Length; start = end + 1)
        {
            end = Bytes.AsSpan(start, Length - start).IndexOf((byte)'\n') is >= 0 and var at ? start + at : Length;
            yield return Bytes.AsMemory(start, end - start);
        }
    }
}
