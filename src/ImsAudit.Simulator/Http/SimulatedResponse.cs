using System.Text;

namespace ImsAudit.Simulator.Http;

/// <summary>One answer, also of the kinds that no honest server gives.</summary>
public sealed record SimulatedResponse
{
    public required int Status { get; init; }

    public string ContentType { get; init; } = "application/json";

    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// When set, only so many bytes of the body are sent, though its whole length was announced, and then the connection
    /// is dropped.
    /// </summary>
    public int? CutAfter { get; init; }

    public static SimulatedResponse Json(int status, string json) => Json(status, Encoding.UTF8.GetBytes(json));

    public static SimulatedResponse Json(int status, ReadOnlyMemory<byte> json) => new() { Status = status, Body = json };

    public static SimulatedResponse Text(int status, string text, string contentType = "text/plain; charset=utf-8") =>
        new() { Status = status, ContentType = contentType, Body = Encoding.UTF8.GetBytes(text) };

    /// <summary>A head that announces a body, and then the connection is closed: a client can only fail.</summary>
    public static SimulatedResponse Dropped { get; } = new() { Status = 200, Body = "{"u8.ToArray(), CutAfter = 0 };

    public SimulatedResponse WithHeader(string name, string value) =>
        this with { Headers = new Dictionary<string, string>(Headers, StringComparer.OrdinalIgnoreCase) { [name] = value } };
}
