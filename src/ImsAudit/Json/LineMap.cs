using System.Text;

namespace ImsAudit.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns.</summary>
internal sealed class LineMap
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly List<int> _starts = [0];

    public LineMap(ReadOnlyMemory<byte> utf8)
    {
        _utf8 = utf8;
        var span = utf8.Span;
        for (var i = 0; i < span.Length; i++)
            if (span[i] == (byte)'\n')
                _starts.Add(i + 1);
    }

    public TextPosition PositionOf(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0) line = ~line - 1;
        return PositionOf(line, offset - _starts[line]);
    }

    /// <param name="line">Counted from 0.</param>
    /// <param name="bytes">Bytes from the line's start.</param>
    public TextPosition PositionOf(int line, int bytes)
    {
        line = Math.Min(line, _starts.Count - 1);
        var start = _starts[line];
        var end = Math.Min(start + bytes, _utf8.Length);
        return new TextPosition(line + 1, Encoding.UTF8.GetCharCount(_utf8.Span[start..end]) + 1);
    }
}
