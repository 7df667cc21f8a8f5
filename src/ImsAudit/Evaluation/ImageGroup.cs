using ImsAudit.Images;
using ImsAudit.Results;
using ImsAudit.Waivers;

namespace ImsAudit.Evaluation;

/// <summary>What is remembered of one group while images go by.</summary>
internal sealed class ImageGroup(JsonText[] key)
{
    public JsonText[] Key => key;

    public int Count { get; set; }

    /// <summary>Why nobody can tell whether an image is a member; null when all are told.</summary>
    public IReadOnlyList<Reason>? Undecided { get; set; }

    /// <summary>For <c>keepNewest</c>: when each member was made.</summary>
    public List<(DateTimeOffset Time, string Id, ImageScope Scope)> Ages { get; } = [];

    /// <summary>The members, gathered when the group came out as a finding.</summary>
    public List<FindingImage> Images { get; } = [];

    /// <summary>The waiver of each of the images; null where there is none.</summary>
    public List<Waiver?> Waivers { get; } = [];

    public string? Message { get; set; }

    public bool Fails { get; set; }
}
