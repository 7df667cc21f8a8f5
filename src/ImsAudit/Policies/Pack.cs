using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Values;

namespace ImsAudit.Policies;

/// <summary>A named choice of policies, some of them changed: a file <c>*.pack.json</c>.</summary>
/// <param name="Include">Ids, or patterns with <c>*</c>.</param>
/// <param name="Controls">Framework name to control ids: what the pack as a whole speaks to.</param>
public sealed record Pack(
    string Id,
    string File,
    LocalText Title,
    LocalText? Description,
    IReadOnlyList<PackEntry> Include,
    IReadOnlyList<PackEntry> Exclude,
    IReadOnlyDictionary<string, PackOverride> Overrides,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Controls)
{
    public bool Takes(string policy) => Include.Any(entry => entry.Matches(policy)) && !Exclude.Any(entry => entry.Matches(policy));

    /// <summary>A disabled policy is taken only by its whole id.</summary>
    public bool Names(string policy) => Include.Any(entry => entry.Pattern == policy);
}

/// <summary>One entry of <c>include</c> or <c>exclude</c>.</summary>
public sealed record PackEntry(string Pattern, JsonNodeAt Node)
{
    private readonly Wildcard _wildcard = new(Pattern, caseSensitive: true);

    public bool Matches(string policy) => _wildcard.IsMatch(policy);
}

/// <summary>What a pack changes of a policy; null where it leaves the policy's own.</summary>
public sealed record PackOverride(JsonMember Node, Severity? Severity, CategorySet? Categories, IReadOnlyList<JsonMember> Parameters);
