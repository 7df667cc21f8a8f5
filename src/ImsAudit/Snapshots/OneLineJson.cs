namespace ImsAudit.Snapshots;

/// <summary>JSON on one line.</summary>
internal static class OneLineJson
{
    /// <summary>
    /// The same value on one line. What is on one line already is given back as it is; else the white space between the
    /// tokens is left out, and every token, numbers and escapes too, keeps its bytes.
    /// </summary>
    /// <param name="json">Valid JSON, in which a line end can stand only between tokens.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json) =>
        json.Span.ContainsAny((byte)'\n', (byte)'\r') ? WithoutSpace(json.Span) : json;

    /// <summary>The same value without white space between its tokens.</summary>
    public static byte[] WithoutSpace(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var (length, inString, escaped) = (0, false, false);
        foreach (var b in json)
        {
            if (!inString && b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            compact[length++] = b;
            if (b == '"' && !escaped) inString = !inString;
            escaped = inString && b == '\\' && !escaped;
        }
        return compact[..length];
    }
}
