using ImsAudit.Conditions;
using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Waivers;

/// <summary>Applies waivers to fails, and remembers which of them covered any.</summary>
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
    public Waiver? Find(Policy policy, Image image, string? name, in EvaluationContext context) =>
        policy.Waivable ? Find(waiver => Speaks(waiver, policy, image.Scope), (image.Id, name), context) : null;

    /// <summary>The valid waiver that covers a group without images; null when none does.</summary>
    public Waiver? FindForNothing(Policy policy, in EvaluationContext context) =>
        policy.Waivable ? Find(waiver => Speaks(waiver, policy, ImageScope.Unknown), (null, null), context) : null;

    /// <summary>Whether it covered a fail so far.</summary>
    public bool IsUsed(Waiver waiver) => _used.Contains(waiver);

    /// <summary>Waivers that did nothing: past their last day, or covering no fail.</summary>
    public WaiverReport Report => new(
        [.. _expired.Select(waiver => waiver.Note)],
        [.. _valid.Where(waiver => !_used.Contains(waiver)).Select(waiver => waiver.Note)]);

    // Every waiver that covers a fail is in use, not only the first: whoever removes the first still has the others.
    private Waiver? Find(Func<Waiver, bool> speaks, (string? Id, string? Name) image, in EvaluationContext context)
    {
        Waiver? first = null;
        foreach (var waiver in _valid)
        {
            if (!speaks(waiver) || !waiver.Target.Covers(image.Id, image.Name, context) || !Holds(waiver, context)) continue;
            _used.Add(waiver);
            first ??= waiver;
        }
        return first;
    }

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
