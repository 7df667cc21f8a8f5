using ImsAudit.History.Reading;
using ImsAudit.Images;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>The share ledger: who offers us what, since when, and what was decided in the period.</summary>
internal sealed class SharePart(HistoryReading reading, Period period, Subjects subjects)
{
    private const string Withdrawn = "withdrawn";
    private static readonly ImageCategory[] s_shared = [ImageCategory.SharedPending, ImageCategory.SharedAccepted, ImageCategory.SharedRejected];

    public async Task<WeeklyShares> ReadAsync(CancellationToken cancellationToken)
    {
        var states = (await reading.SharesAsync(cancellationToken)).Where(state => state.Since < period.To).ToList();
        // The states of one image stand behind each other, in order.
        var lives = states.GroupBy(state => (state.Image.Scope, state.Image.Id)).Select(group => group.ToList()).ToList();
        var standing = s_shared.ToDictionary(category => category, category => lives.Count(life => IsThere(life[^1]) && life[^1].Status == category));
        return new WeeklyShares(standing, [.. lives.Select(EntryOf).OfType<WeeklyShare>()
            .OrderByDescending(share => share.Status == ImageCategory.SharedPending.MemberStatus()).ThenBy(share => share.Since).ThenBy(share => share.Subject.Id, StringComparer.Ordinal)]);
    }

    private WeeklyShare? EntryOf(List<ShareState> life)
    {
        var last = life[^1];
        if (!IsThere(last)) return last.Until >= period.From ? Entry(last, Withdrawn, last.Until.Value, last) : null;
        if (last.Status != ImageCategory.SharedPending && last.Since < period.From) return null;
        var before = life.Count > 1 && life[^2].Until == last.Since ? life[^2] : null;
        return Entry(last, last.Status.MemberStatus()!, last.Since, before);
    }

    private WeeklyShare Entry(ShareState state, string status, DateTimeOffset since, ShareState? before) => new(
        subjects.Of(state.Image), state.Image.Owner, status, since, before is null ? null : new WeeklyShareBefore(before.Status.MemberStatus()!, before.Since));

    private bool IsThere(ShareState state) => state.Until is null || state.Until >= period.To;
}
