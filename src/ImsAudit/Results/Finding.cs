using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>A policy that an image (or a group of images) does not fulfil, or that could not be decided.</summary>
public sealed record Finding
{
    /// <summary>The same from scan to scan for the same policy, scope and image (or group key).</summary>
    public required string Fingerprint { get; init; }

    public required string Policy { get; init; }

    public required Severity Severity { get; init; }

    /// <summary><see cref="Outcome.Fail"/>, <see cref="Outcome.Error"/> or <see cref="Outcome.Waived"/>.</summary>
    public required Outcome Outcome { get; init; }

    public bool Baselined { get; init; }

    /// <summary>Null when the finding is about a group.</summary>
    public FindingImage? Image { get; init; }

    /// <summary>A group's key, field by field; null when the finding is about one image.</summary>
    public IReadOnlyDictionary<string, JsonText>? Group { get; init; }

    /// <summary>A group's images; null when the finding is about one image.</summary>
    public IReadOnlyList<FindingImage>? Images { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    public required string Message { get; init; }

    public AppliedWaiver? Waiver { get; init; }

    /// <summary>Since when it is open, UTC, as a history knows; this scan's moment when it is new. Null without a history.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>For how many whole days it has been open; null without a history.</summary>
    public int? AgeDays { get; init; }

    /// <summary>A history was asked, and does not have it open with this outcome.</summary>
    public bool New { get; init; }

    /// <summary>The image's fields that the policy read, so that reports need no snapshot. Missing fields are left out.</summary>
    public IReadOnlyDictionary<string, JsonText> Fields { get; init; } = new Dictionary<string, JsonText>(StringComparer.Ordinal);

    /// <summary>
    /// How each line of the policy's <see cref="PolicyResult.Condition"/> came out for the image, a character a line:
    /// <c>t</c>rue, <c>f</c>alse, <c>u</c>nknown, <c>-</c> not judged. Null where it is not kept: of groups, and in NDJSON.
    /// </summary>
    public string? Truths { get; init; }
}

/// <summary>Which image. Every text here was chosen by whoever made or shared the image: hostile until encoded.</summary>
public sealed record FindingImage
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Cloud { get; init; }

    public string? Region { get; init; }

    public string? Project { get; init; }

    public required string Category { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The image's <c>created_at</c>, so that reports can tell how old it is; null when it is missing, unreadable or masked.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>One leaf that decided.</summary>
/// <param name="Field">The field that was read.</param>
/// <param name="Actual">Its value; null when missing; <c>"***"</c> for a sensitive policy.</param>
/// <param name="Expected">What was expected of it, such as <c>equals uefi</c>.</param>
public sealed record Reason(string Field, JsonText Actual, string Expected);

/// <summary>The waiver that covers a finding.</summary>
/// <param name="Expires">The last valid day, UTC.</param>
public sealed record AppliedWaiver(string Reason, string Owner, string? Ticket, DateOnly Expires);
