using System.Net;

namespace ImsAudit.Collection.Api;

/// <summary>A request that brought nothing usable.</summary>
/// <param name="Detail">What happened, without the server's own words; part of a sentence.</param>
internal sealed record ApiFailure(FailureKind Kind, string Detail)
{
    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the server said, capped; null when it said nothing readable.</summary>
    public ErrorBody? Said { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How far this machine's clock is ahead of the server's; null when the server told no time.</summary>
    public TimeSpan? ClockOffset { get; init; }

    /// <summary>What to do, as sentences, where the one who asked knows it better than the kind of failure tells.</summary>
    public string? Advice { get; init; }

    /// <summary>The credentials themselves are refused, not what was asked with them: more of the same may lock them.</summary>
    public bool IsRejection => Kind is FailureKind.Unauthorized or FailureKind.ClockSkew;

    /// <summary>Worth another try. A rejection never is: five wrong signatures lock an access key.</summary>
    public bool IsTransient => Kind is FailureKind.Throttled or FailureKind.ServerError or FailureKind.TimedOut
        or FailureKind.Unreachable or FailureKind.Broken;

    /// <summary>What Glance answers when the image that a marker names is gone (400, 404) or not ours to see any more (403).</summary>
    public bool MayBeVanishedMarker => Kind is FailureKind.Refused or FailureKind.Forbidden
        && Status is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;
}
