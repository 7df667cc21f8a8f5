using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ImsAudit.Fields;

/// <summary>Decodes JSON text in which half of a surrogate pair is escaped, which the JSON reader refuses.</summary>
internal static class LoneSurrogates
{
    /// <summary>The text of the string or property name that the reader stands on.</summary>
    public static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair has no UTF-16 text of its own; it is shown as the replacement character, never dropped.
            return Decode(reader.ValueSpan);
        }
    }

    /// <param name="inner">Valid JSON string content, without its quotes.</param>
    public static string Decode(ReadOnlySpan<byte> inner)
    {
        var raw = Encoding.UTF8.GetString(inner);
        var text = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\') text.Append(raw[i]);
            else if (raw[++i] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else text.Append(Unescape(raw[i]));
        }
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Unescape(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}
