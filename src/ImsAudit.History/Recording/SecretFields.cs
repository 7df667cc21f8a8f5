using ImsAudit.Policies;

namespace ImsAudit.History.Recording;

/// <summary>
/// Which values a history must not keep. What sensitive policies alone read is never kept. What others show too (a name)
/// is kept, but not of an image that a sensitive policy has something against.
/// </summary>
internal sealed class SecretFields
{
    private readonly Dictionary<UInt128, HashSet<string>> _ofImages = [];

    public SecretFields(PolicySet policies, IEnumerable<SeenFinding> findings)
    {
        var sensitive = policies.Policies.Where(policy => policy.Sensitive).ToDictionary(policy => policy.Id, policy => FieldsOf(policy, policies).ToList(), StringComparer.Ordinal);
        Judged = sensitive.Values.SelectMany(fields => fields).ToHashSet(StringComparer.Ordinal);
        Always = Judged.Except(policies.Policies.Where(policy => !policy.Sensitive).SelectMany(policy => FieldsOf(policy, policies))).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in findings)
            if (finding.Image is { } image && sensitive.TryGetValue(finding.Policy, out var fields))
                Of(image, create: true)!.UnionWith(fields);
    }

    /// <summary>What sensitive policies of this scan read.</summary>
    public IReadOnlySet<string> Judged { get; }

    /// <summary>Those of them that no other policy reads.</summary>
    public IReadOnlySet<string> Always { get; }

    /// <summary>The fields of one image that are not to be kept; null when all may.</summary>
    public IReadOnlySet<string>? Of(UInt128 image) => Of(image, create: false);

    private HashSet<string>? Of(UInt128 image, bool create)
    {
        if (!_ofImages.TryGetValue(image, out var fields) && create) _ofImages[image] = fields = new(StringComparer.Ordinal);
        return fields;
    }

    private static IEnumerable<string> FieldsOf(Policy policy, PolicySet policies) => policy.Slots.Select(slot => policies.Fields.Names[slot]);
}
