using ImsAudit.Policies;

namespace ImsAudit.Waivers;

/// <summary>Tells how a waiver stands, and names it.</summary>
public static class WaiverStates
{
    /// <summary>How long before its last day a waiver is called expiring, in days.</summary>
    public const int Notice = 14;

    public static string Name(this WaiverState state) => state switch
    {
        WaiverState.Active => "active",
        WaiverState.Expiring => "expiring",
        WaiverState.Expired => "expired",
        WaiverState.Unused => "unused",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    /// <param name="asOf">The moment that decides, UTC.</param>
    /// <param name="isUnused">Known to cover no fail.</param>
    public static WaiverState Of(Waiver waiver, DateTimeOffset asOf, bool isUnused)
    {
        if (waiver.IsExpired(asOf)) return WaiverState.Expired;
        if (isUnused) return WaiverState.Unused;
        return waiver.Expires.DayNumber - DateOnly.FromDateTime(asOf.UtcDateTime).DayNumber <= Notice ? WaiverState.Expiring : WaiverState.Active;
    }

    /// <summary>Whether some policy can be waived by it at all; without one it is unused whatever images there are.</summary>
    public static bool NamesAny(this Waiver waiver, IEnumerable<Policy> policies) =>
        policies.Any(policy => policy.Waivable && waiver.Policy.IsMatch(policy.Id));
}
