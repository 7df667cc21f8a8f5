using System.Text;

namespace ImsAudit.Values;

/// <summary>Texts as ASCII bytes, compared without minding the case.</summary>
internal static class AsciiText
{
    public static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty) return true;
        var (upper, lower) = BothCases(part[0]);
        while (text.Length >= part.Length)
        {
            var at = text[..^(part.Length - 1)].IndexOfAny(upper, lower);
            if (at < 0) return false;
            if (Ascii.EqualsIgnoreCase(text.Slice(at, part.Length), part)) return true;
            text = text[(at + 1)..];
        }
        return false;
    }

    private static (byte Upper, byte Lower) BothCases(byte letter) =>
        char.IsAsciiLetter((char)letter) ? ((byte)(letter & ~0x20), (byte)(letter | 0x20)) : (letter, letter);
}
