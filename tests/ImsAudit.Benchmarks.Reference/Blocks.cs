namespace ImsAudit.Benchmarks.Reference;

/// <summary>Whole lines.</summary>
internal sealed class Block
{
    public byte[] Bytes { get; set; } = new byte[1 << 20];

    public int Length { get; set; }
}

/// <summary>Cuts a file into blocks of whole lines, each of some 512 KiB.</summary>
internal sealed class Blocks(Stream input)
{
    private readonly byte[] _rest = new byte[1 << 19];
    private int _kept;

    public int Count { get; private set; }

    public bool Next(Block block)
    {
        _rest.AsSpan(0, _kept).CopyTo(block.Bytes);
        var length = _kept + input.ReadAtLeast(block.Bytes.AsSpan(_kept, 1 << 19), 1 << 19, throwOnEndOfStream: false);
        block.Length = block.Bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        _kept = length - block.Length;
        block.Bytes.AsSpan(block.Length, _kept).CopyTo(_rest);
        if (block.Length > 0) Count++;
        return block.Length > 0;
    }
}
