using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Waivers;

/// <summary>Applies waivers to fails, and remembers which did anything.</summary>
public sealed class WaiverLedger
{
    private readonly List<Waiver> _valid;
    private readonly List<Waiver> _expired;
    private readonly HashSet<Waiver> _used = new(ReferenceEqualityComparer.Instance);

    /// <param name="asOf">The moment that decides which are expired, UTC.</param>
    public WaiverLedger(IReadOnlyList<Waiver> waivers, DateTimeOffset asOf)
    {
        _valid = [.. waivers.Where(waiver => !waiver.IsExpired(asOf))];
        _expired = [.. waivers.Where(waiver => waiver.IsExpired(asOf))];
    }

    public static WaiverLedger Empty => new([], DateTimeOffset.MinValue);

    /// <summary>The valid waiver that covers a fail of an image; null when none does.</summary>
    /// <param name="name">The image's name.</param>
    public Waiver? Find(Policy policy, Image image, string? name, in EvaluationContext context)
    {
        if (!policy.Waivable) return null;
        foreach (var waiver in _valid)
            if (Speaks(waiver, policy, image.Scope) && waiver.Target.Covers(image.Id, name, context) && Holds(waiver, context))
                return waiver;
        return null;
    }

    /// <summary>The valid waiver that covers a group without images; null when none does.</summary>
    public Waiver? FindForNothing(Policy policy, in EvaluationContext context)
    {
        if (!policy.Waivable) return null;
        foreach (var waiver in _valid)
            if (Speaks(waiver, policy, ImageScope.Unknown) && waiver.Target.Covers(id: null, name: null, context) && Holds(waiver, context))
                return waiver;
        return null;
    }

    public void Use(Waiver waiver) => _used.Add(waiver);

    /// <summary>Waivers that did nothing: past their last day, or covering no fail.</summary>
    public WaiverReport Report => new(
        [.. _expired.Select(waiver => waiver.Note)],
        [.. _valid.Where(waiver => !_used.Contains(waiver)).Select(waiver => waiver.Note)]);

    private static bool Speaks(Waiver waiver, Policy policy, ImageScope scope) => waiver.Policy.IsMatch(policy.Id)
        && (waiver.Cloud is null || waiver.Cloud == scope.Cloud)
        && (waiver.Region is null || waiver.Region == scope.Region)
        && (waiver.Project is null || waiver.Project == scope.Project);

    private static bool Holds(Waiver waiver, in EvaluationContext context)
    {
        foreach (var value in waiver.WhileFieldIs)
            if (!value.Holds(context))
                return false;
        return true;
    }
}
