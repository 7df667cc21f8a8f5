namespace ImsAudit.Simulator.Http;

/// <summary>One request as it was received.</summary>
public sealed record SimulatedRequest
{
    /// <summary>1 for the first request that the server received, and so on.</summary>
    public required long Number { get; init; }

    public required string Method { get; init; }

    /// <summary>The path and query as they stood on the request line.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>By name in any case; a header that came twice is joined with a comma.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body as UTF-8 text; empty when there was none.</summary>
    public string Body { get; init; } = "";

    /// <summary>The path, decoded.</summary>
    public string Path => Uri.UnescapeDataString(QuestionMark < 0 ? PathAndQuery : PathAndQuery[..QuestionMark]);

    public QueryParameters Query => QueryParameters.Parse(QuestionMark < 0 ? "" : PathAndQuery[(QuestionMark + 1)..]);

    private int QuestionMark => PathAndQuery.IndexOf('?', StringComparison.Ordinal);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;
}
