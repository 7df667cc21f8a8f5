namespace ImsAudit.Collection.Api;

/// <summary>Puts a JSON value on one line without touching any token of it.</summary>
internal static class OneLine
{
    /// <summary>The value itself when it has no line break, else a copy without the white space between its tokens.</summary>
    /// <param name="json">Valid JSON: a raw line break can then stand between tokens only.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json) =>
        json.Span.ContainsAny((byte)'\n', (byte)'\r') ? Compact(json.Span) : json;

    private static byte[] Compact(ReadOnlySpan<byte> json)
    {
        var compact = new byte[json.Length];
        var length = 0;
        var inString = false;
        for (var i = 0; i < json.Length; i++)
        {
            var c = json[i];
            if (inString && c == '\\') compact[length++] = json[i++];
            else if (c == '"') inString = !inString;
            else if (!inString && c is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r') continue;
            compact[length++] = json[i];
        }
        return compact[..length];
    }
}
