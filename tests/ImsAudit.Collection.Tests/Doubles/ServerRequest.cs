using System.Text;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>A request as the server saw it.</summary>
internal sealed record ServerRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The decoded parameters.</summary>
    public IReadOnlyList<(string Key, string Value)> Parameters =>
        [.. Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];

    public string? this[string parameter] => Parameters.Where(pair => pair.Key == parameter).Select(pair => pair.Value).FirstOrDefault();

    public string? Marker => this["marker"];

    public string? Token => Headers.GetValueOrDefault("X-Auth-Token");

    /// <summary>Null when the client closed the connection.</summary>
    public static async Task<ServerRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, cancellationToken) == 0) return null;
            head.Append((char)one[0]);
        }
        var lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[headers.TryGetValue("Content-Length", out var length) ? int.Parse(length) : 0];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var target = lines[0].Split(' ');
        var address = target[1].Split('?', 2);
        return new ServerRequest(target[0], address[0], address.ElementAtOrDefault(1) ?? "", headers, Encoding.UTF8.GetString(body));
    }
}
