namespace ImsAudit.Simulator.Http;

/// <summary>What is remembered of a request: nothing secret, tokens and signatures only as "was there".</summary>
public sealed record LoggedRequest(long Number, string Method, string PathAndQuery, int Status)
{
    private static readonly string[] s_kept = ["Accept", "Accept-Encoding", "User-Agent", "X-Api-Version", "X-Domain-Id", "X-Project-Id", "X-Request-Id"];

    /// <summary>The headers that tell how the client behaves; credentials are not among them.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>True when it carried <c>X-Auth-Token</c> or <c>Authorization</c>.</summary>
    public required bool HadCredentials { get; init; }

    internal static LoggedRequest Of(SimulatedRequest request, int status) =>
        new(request.Number, request.Method, request.PathAndQuery, status)
        {
            Headers = s_kept.Where(request.Headers.ContainsKey)
                .ToDictionary(name => name, name => request.Headers[name], StringComparer.OrdinalIgnoreCase),
            HadCredentials = request.Header("X-Auth-Token") is not null || request.Header("Authorization") is not null,
        };
}
