using System.Security.Cryptography;

namespace ImsAudit.Collection.Credentials;

/// <summary>A request in the one form that client and server both sign (API signing guide; ims-api, section AK/SK).</summary>
internal sealed record CanonicalRequest
{
    private CanonicalRequest(string head, IReadOnlyList<(string Name, string Value)> headers, ReadOnlySpan<byte> body)
    {
        SignedHeaders = string.Join(';', headers.Select(header => header.Name));
        var lines = string.Concat(headers.Select(header => $"{header.Name}:{header.Value}\n"));
        Text = $"{head}\n{lines}\n{SignedHeaders}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
    }

    public string Text { get; }

    /// <summary>The names of the headers that are signed, as they stand in <c>Authorization</c>.</summary>
    public string SignedHeaders { get; }

    /// <param name="headers">Those to sign. Names with an underscore are left out: proxies drop such headers.</param>
    public static CanonicalRequest Of(HttpMethod method, Uri address, IEnumerable<KeyValuePair<string, string>> headers, ReadOnlySpan<byte> body)
    {
        var signed = headers
            .Where(header => !header.Key.Contains('_', StringComparison.Ordinal))
            .Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .ToList();
        return new CanonicalRequest($"{method.Method}\n{Path(address)}\n{Query(address)}", signed, body);
    }

    /// <summary>Everything but letters, digits and <c>-_.~</c> as <c>%XX</c> of its UTF-8 bytes.</summary>
    public static string Encode(string text) => Uri.EscapeDataString(text);

    /// <summary>Each segment encoded, and a slash at the end that the request itself need not have.</summary>
    private static string Path(Uri address)
    {
        var path = string.Join('/', address.AbsolutePath.Split('/').Select(segment => Encode(Uri.UnescapeDataString(segment))));
        return path.EndsWith('/') ? path : path + "/";
    }

    /// <summary>Sorted by key, then by value, as they are before they are encoded.</summary>
    private static string Query(Uri address) => string.Join('&', address.Query.TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(Parse)
        .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
        .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
        .Select(parameter => $"{Encode(parameter.Key)}={Encode(parameter.Value)}"));

    private static (string Key, string Value) Parse(string parameter)
    {
        var at = parameter.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (Decode(parameter), "") : (Decode(parameter[..at]), Decode(parameter[(at + 1)..]));
    }

    /// <summary>In a query a plus is a space.</summary>
    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
