using System.Security.Cryptography;
using System.Text;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Identity;

/// <summary>The bytes of a received request whose hash is signed, taken from the request line as it came.</summary>
internal static class SignedText
{
    public static byte[] Of(SimulatedRequest request, IReadOnlyList<string> signedHeaders)
    {
        var line = request.PathAndQuery.Split('?', 2);
        var text = new StringBuilder();
        text.Append(request.Method).Append('\n');
        text.Append(Path(line[0])).Append('\n');
        text.Append(Query(line.Length > 1 ? line[1] : "")).Append('\n');
        foreach (var name in signedHeaders) text.Append(name).Append(':').Append(request.Header(name)!.Trim()).Append('\n');
        text.Append('\n').AppendJoin(';', signedHeaders).Append('\n');
        text.Append(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body))));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Path(string path)
    {
        var text = new StringBuilder();
        foreach (var segment in path.Split('/').Skip(1)) text.Append('/').Append(Recode(segment));
        if (text.Length == 0 || text[^1] != '/') text.Append('/');
        return text.ToString();
    }

    private static string Query(string query)
    {
        var pairs = QueryParameters.Parse(query).All.ToList();
        pairs.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key) is var order and not 0 ? order : string.CompareOrdinal(one.Value, other.Value));
        return string.Join('&', pairs.ConvertAll(pair => $"{Encode(Encoding.UTF8.GetBytes(pair.Key))}={Encode(Encoding.UTF8.GetBytes(pair.Value))}"));
    }

    /// <summary>Undoes the percent-encoding byte by byte, and does it again in the one way that is agreed on.</summary>
    private static string Recode(string segment)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] == '%' && i + 2 < segment.Length && char.IsAsciiHexDigit(segment[i + 1]) && char.IsAsciiHexDigit(segment[i + 2]))
            {
                bytes.Add(Convert.ToByte(segment.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(segment[i].ToString()));
            }
        }
        return Encode([.. bytes]);
    }

    private static string Encode(byte[] bytes)
    {
        var text = new StringBuilder();
        foreach (var value in bytes)
        {
            var letter = (char)value;
            if (char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~') text.Append(letter);
            else text.Append('%').Append(value.ToString("X2"));
        }
        return text.ToString();
    }
}
