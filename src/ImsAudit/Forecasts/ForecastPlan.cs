using ImsAudit.Policies;
using ImsAudit.Waivers;

namespace ImsAudit.Forecasts;

/// <summary>What a forecast looks at: the moments, and the policies whose outcome may change with time alone.</summary>
public sealed class ForecastPlan
{
    /// <summary>How far ahead forecasts look, in days; so far ahead is also the last moment of groups.</summary>
    public const int Days = 90;

    /// <summary>The nearer of the two moments, in days.</summary>
    public const int SoonDays = 30;

    private readonly Dictionary<DateTimeOffset, WaiverLedger> _ledgers = [];
    private readonly IReadOnlyList<Waiver> _waivers;
    private readonly DateOnly _today;

    /// <param name="asOf">The moment that the forecast is made at, UTC.</param>
    public ForecastPlan(PolicySet policies, IReadOnlyList<Waiver> waivers, DateTimeOffset asOf)
    {
        (_waivers, AsOf, _today) = (waivers, asOf, DateOnly.FromDateTime(asOf.UtcDateTime));
        var expiring = waivers.Where(waiver => !waiver.IsExpired(asOf) && waiver.IsExpired(MomentOf(Days))).ToList();
        Policies = policies.Where(policy => TimeReading.Of(policy) || expiring.Exists(waiver => waiver.Policy.IsMatch(policy.Id)));
    }

    public DateTimeOffset AsOf { get; }

    /// <summary>Those whose outcome may change with time: they read it, or a waiver of theirs runs out.</summary>
    public PolicySet Policies { get; }

    /// <summary>Up to and with this moment things are looked for.</summary>
    public DateTimeOffset Until => MomentOf(Days);

    /// <summary>The day, so many days ahead.</summary>
    public DateOnly DayOf(int days) => DayAfter(_today, days);

    /// <summary>The day, so many days after another; at most the last one that there is.</summary>
    public static DateOnly DayAfter(DateOnly day, int days) => day.AddDays(Math.Min(days, DateOnly.MaxValue.DayNumber - day.DayNumber));

    /// <summary>The beginning of that day.</summary>
    public DateTimeOffset MomentOf(int days) => new(DayOf(days), TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>The waivers as they stand at a moment.</summary>
    internal WaiverLedger WaiversAt(DateTimeOffset moment)
    {
        if (!_ledgers.TryGetValue(moment, out var ledger)) _ledgers[moment] = ledger = new WaiverLedger(_waivers, moment);
        return ledger;
    }
}
