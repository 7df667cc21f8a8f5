using System.Collections.Immutable;
using System.Text.Json;

namespace ImsAudit.Simulator.Estates;

/// <summary>One image of the estate: the JSON that is served, whom it is shared with, and what listings need to know of it at once.</summary>
public sealed record SimulatedImage
{
    private SimulatedImage(ReadOnlyMemory<byte> json, ImageFacts facts)
    {
        Json = json;
        Id = facts.Id;
        Owner = facts.Owner;
        Visibility = facts.Visibility ?? "private";
        Status = facts.Status;
        CreatedAt = facts.CreatedAt;
        UpdatedAt = facts.UpdatedAt;
        IsRegistered = facts.IsRegistered;
        IsHidden = facts.IsHidden;
    }

    public string Id { get; }

    public string? Owner { get; init; }

    /// <summary>Who may see it, whatever its JSON says: public, community, shared or private.</summary>
    public string Visibility { get; init; }

    /// <summary>One JSON object, UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The projects that it is shared with.</summary>
    public ImmutableDictionary<string, MemberStatus> Members { get; init; } = ImmutableDictionary<string, MemberStatus>.Empty;

    internal string? Status { get; }

    internal DateTimeOffset CreatedAt { get; }

    internal DateTimeOffset UpdatedAt { get; }

    /// <summary>False only when <c>__isregistered</c> says so.</summary>
    internal bool IsRegistered { get; }

    /// <summary>Glance's <c>os_hidden</c>: in no listing but those that ask for hidden images.</summary>
    internal bool IsHidden { get; }

    /// <param name="json">One JSON object with an <c>id</c>.</param>
    /// <exception cref="JsonException">It is no JSON object, or has no id.</exception>
    public static SimulatedImage Read(ReadOnlyMemory<byte> json) => new(json, ImageFacts.Read(json.Span));

    /// <summary>The owner, a member whatever its answer, and everybody for public and community images.</summary>
    internal bool IsVisibleTo(string project) =>
        Visibility is "public" or "community" || Owner == project || Members.ContainsKey(project);
}
