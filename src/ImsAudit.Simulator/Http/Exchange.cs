using System.Net;
using System.Text;

namespace ImsAudit.Simulator.Http;

/// <summary>One request and its answer on the wire.</summary>
internal static class Exchange
{
    private const int LongestBody = 1 << 20;

    public static async Task<SimulatedRequest> ReadAsync(HttpListenerRequest request, long number) => new()
    {
        Number = number,
        Method = request.HttpMethod,
        PathAndQuery = request.RawUrl ?? "/",
        Headers = request.Headers.AllKeys.OfType<string>()
            .ToDictionary(name => name, name => request.Headers[name] ?? "", StringComparer.OrdinalIgnoreCase),
        Body = request.HasEntityBody ? await ReadBodyAsync(request.InputStream) : "",
    };

    public static async Task WriteAsync(HttpListenerResponse to, SimulatedResponse response)
    {
        to.StatusCode = response.Status;
        to.ContentType = response.ContentType;
        to.ContentLength64 = response.Body.Length;
        foreach (var (name, value) in response.Headers) to.Headers[name] = value;
        if (response.CutAfter is { } cut)
        {
            await to.OutputStream.WriteAsync(response.Body[..Math.Min(cut, response.Body.Length)]);
            await to.OutputStream.FlushAsync();
            to.Abort();
            return;
        }
        await to.OutputStream.WriteAsync(response.Body);
        to.Close();
    }

    private static async Task<string> ReadBodyAsync(Stream body)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while (kept.Length < LongestBody && (read = await body.ReadAsync(buffer)) > 0) kept.Write(buffer, 0, read);
        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
