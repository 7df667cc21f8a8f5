using System.Text;

namespace ImsAudit.Reporting.Templates;

/// <summary>JSON that a template may write into a data block, <c>&lt;script type="application/json"&gt;</c>, and nowhere else.</summary>
internal sealed class JsonBlock
{
    private const int Piece = 1 << 15;
    private readonly ReadOnlyMemory<byte> _json;

    /// <param name="json">UTF-8, written with <see cref="Json.SafeJson.Encoder"/>: nothing in it ends the script or is markup.</param>
    /// <exception cref="ArgumentException">It holds a character that could.</exception>
    public JsonBlock(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOfAny((byte)'<', (byte)'>', (byte)'&') >= 0) throw new ArgumentException("Markup is escaped in a data block.", nameof(json));
        _json = json;
    }

    /// <summary>Hands the text out piece by piece; it may be long.</summary>
    public void Write(Action<string> write)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var characters = new char[Piece];
        for (var rest = _json; !rest.IsEmpty;)
        {
            decoder.Convert(rest.Span, characters, flush: false, out var read, out var made, out _);
            write(new string(characters, 0, made));
            rest = rest[read..];
        }
    }
}
