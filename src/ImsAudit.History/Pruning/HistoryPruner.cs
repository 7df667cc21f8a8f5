using ImsAudit.History.Databases;
using ImsAudit.History.Recording;

namespace ImsAudit.History.Pruning;

/// <summary>Deletes the oldest scans, and what belongs to them alone. What is open stays, with its first day, however old.</summary>
internal static class HistoryPruner
{
    private const int IdsAtOnce = 500;

    public static async Task<PruneReport> PruneAsync(Session session, PruneRule rule, PruneReport sizes, CancellationToken cancellationToken)
    {
        var cut = await CutAsync(session, rule, cancellationToken);
        SqlValue[] at = [SqlValue.Of("@cut", cut)];
        Task<int> DeleteAsync(string sql) => session.ExecuteAsync($"DELETE FROM {sql}", at, cancellationToken);
        var scans = await DeleteAsync("scan WHERE as_of < @cut");
        var findings = await DeleteAsync("finding WHERE fixed_at < @cut") + await ForsakenAsync(session, cut, cancellationToken);
        await DeleteAsync("due WHERE to_at < @cut OR selection_id NOT IN (SELECT place_id FROM scan)");
        await DeleteAsync("outcome_change WHERE finding_id NOT IN (SELECT id FROM finding)");
        var versions = await DeleteAsync("image_version WHERE to_at < @cut");
        var images = await DeleteAsync("image WHERE NOT EXISTS (SELECT 1 FROM image_version v WHERE v.image_id = image.id) AND id NOT IN (SELECT image_id FROM finding WHERE image_id IS NOT NULL) AND id NOT IN (SELECT image_id FROM due WHERE image_id IS NOT NULL)");
        var waivers = await DeleteAsync("waiver WHERE last_seen < @cut AND id NOT IN (SELECT waiver_id FROM finding WHERE waiver_id IS NOT NULL) AND id NOT IN (SELECT waiver_id FROM due WHERE waiver_id IS NOT NULL)");
        return sizes with { Scans = scans, Findings = findings, Versions = versions, Images = images, Waivers = waivers };
    }

    /// <summary>The moment of the oldest scan that is kept.</summary>
    private static async Task<long> CutAsync(Session session, PruneRule rule, CancellationToken cancellationToken)
    {
        var since = rule.Since is { } time ? Moment.ToStore(time) : long.MinValue;
        if (rule.Scans is not { } count) return since;
        var moments = await session.QueryAsync("SELECT as_of FROM scan ORDER BY as_of DESC LIMIT @count", row => row.GetInt64(0), cancellationToken, SqlValue.Of("@count", count));
        return Math.Max(since, moments.Count < count ? long.MinValue : moments[^1]);
    }

    /// <summary>Open, but no scan that is kept looked where they are: of a policy, a project or a cloud that nobody scans any more.</summary>
    private static async Task<int> ForsakenAsync(Session session, long cut, CancellationToken cancellationToken)
    {
        var policies = await PolicyBook.LoadAsync(session, cancellationToken);
        var open = await session.QueryAsync(OpenFinding.Query, OpenFinding.Read, cancellationToken);
        var forsaken = open.Where(finding => Math.Max(finding.LastSeen, policies.CoveredAt(finding.Place, finding.Policy) ?? finding.LastSeen) < cut).Select(finding => finding.Id).ToList();
        foreach (var ids in forsaken.Chunk(IdsAtOnce)) await session.ExecuteAsync($"DELETE FROM finding WHERE id IN ({string.Join(',', ids)})", [], cancellationToken);
        return forsaken.Count;
    }
}
