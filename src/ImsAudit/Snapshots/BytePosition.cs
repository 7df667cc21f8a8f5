namespace ImsAudit.Snapshots;

/// <summary>Where in a text the reading is: counted as the bytes go by.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in bytes.</param>
internal readonly record struct BytePosition(long Line, long Column)
{
    public static BytePosition Start => new(1, 1);

    public BytePosition Behind(ReadOnlySpan<byte> bytes)
    {
        var lines = bytes.Count((byte)'\n');
        return lines == 0
            ? this with { Column = Column + bytes.Length }
            : new BytePosition(Line + lines, bytes.Length - bytes.LastIndexOf((byte)'\n'));
    }
}
