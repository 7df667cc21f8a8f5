using System.Net;

namespace ImsAudit.Collection.Api;

/// <summary>An answer that came whole, whatever its status.</summary>
internal sealed record Reply(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    public string? MediaType { get; init; }

    /// <summary>Codings that were not asked for and not undone.</summary>
    public string? Coding { get; init; }

    /// <summary>The origin that <c>Location</c> points to; null without one.</summary>
    public string? PointsTo { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How far this machine's clock is ahead of the header <c>Date</c>; null without one.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>The token that Keystone gives, in <c>X-Subject-Token</c>.</summary>
    public string? SubjectToken { get; init; }

    /// <summary>JSON by name, or without a name: then the content decides.</summary>
    public bool MayBeJson => MediaType is null or "application/json" || MediaType.EndsWith("+json", StringComparison.Ordinal);
}
