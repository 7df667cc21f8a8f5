namespace ImsAudit.History.Reading;

/// <summary>The questions, in the words that both databases understand.</summary>
internal static class ReadingSql
{
    public const string AllScans = """
        SELECT run_id, as_of, started_at, finished_at, tool, images, completeness, exit_code, fail_on, policies,
            critical, high, medium, low, info, errors, waived, baselined, passed, evaluated, opened, reopened, fixed, late,
            place_id, policy_set_id, policy_set_sha256, snapshot_sha256, notes, forecast_until
        FROM scan
        """;

    public const string Scans = AllScans + " WHERE as_of >= @from AND as_of < @to ORDER BY as_of, id";

    /// <summary>With the image as it was last known.</summary>
    public const string Findings = """
        SELECT f.id, f.fingerprint, f.policy_id, p.name, p.title, f.severity, f.outcome, f.group_key, f.place_id, f.first_seen, f.last_seen, f.fixed_at,
            f.reopened, f.waived_at, f.waiver_id, i.external_id, i.cloud, i.region, i.project, v.categories, v.fields
        FROM finding f JOIN policy p ON p.id = f.policy_id
            LEFT JOIN image i ON i.id = f.image_id
            LEFT JOIN image_version v ON v.id = (SELECT MAX(id) FROM image_version WHERE image_id = f.image_id)
        """;

    public const string InPeriod = " WHERE f.first_seen < @to AND (f.fixed_at IS NULL OR f.fixed_at >= @from) ORDER BY f.severity DESC, p.name, f.first_seen, f.id";

    public const string OfFingerprint = " WHERE f.fingerprint = @fingerprint ORDER BY f.first_seen, f.id";

    public const string OutcomeChanges = "SELECT changed_at, outcome FROM outcome_change WHERE finding_id = @finding ORDER BY changed_at";

    public const string FirstOutcome = "SELECT first_outcome FROM finding WHERE id = @finding";

    /// <summary>Every outcome that an interval took on after its first one.</summary>
    public const string AllOutcomeChanges = "SELECT finding_id, changed_at, outcome FROM outcome_change ORDER BY finding_id, changed_at";

    public const string FirstOutcomes = "SELECT id, first_outcome FROM finding WHERE id IN (SELECT finding_id FROM outcome_change)";

    /// <summary>What was forecast at a moment, with the image as it was last known.</summary>
    public const string Due = """
        SELECT d.selection_id, d.fingerprint, p.name, p.title, d.severity, d.group_key, d.due_at, d.waiver_id, i.external_id, i.cloud, i.region, i.project, v.categories, v.fields
        FROM due d JOIN policy p ON p.id = d.policy_id
            LEFT JOIN image i ON i.id = d.image_id
            LEFT JOIN image_version v ON v.id = (SELECT MAX(id) FROM image_version WHERE image_id = d.image_id)
        WHERE d.from_at <= @at AND (d.to_at IS NULL OR d.to_at > @at)
        ORDER BY d.due_at, d.severity DESC, p.name, d.id
        """;

    public const string Waivers = "SELECT id, policy, target, reason, owner, ticket, expires, state, first_seen, last_seen FROM waiver ORDER BY expires, policy, id";

    /// <summary>Versions that began or ended in a period, each with the one before it and whether one follows at once.</summary>
    public const string Versions = """
        SELECT i.external_id, i.cloud, i.region, i.project, v.categories, v.fields, v.from_at, v.to_at, b.categories, b.fields, b.to_at, n.from_at, v.place_id
        FROM image_version v JOIN image i ON i.id = v.image_id
            LEFT JOIN image_version b ON b.id = (SELECT MAX(id) FROM image_version WHERE image_id = v.image_id AND id < v.id)
            LEFT JOIN image_version n ON n.id = (SELECT MIN(id) FROM image_version WHERE image_id = v.image_id AND id > v.id)
        WHERE (v.from_at >= @from AND v.from_at < @to) OR (v.to_at >= @from AND v.to_at < @to)
        ORDER BY v.from_at, i.external_id, v.id
        """;

    /// <summary>Every version of every image; for those that are shared with us, and for the export.</summary>
    public const string AllVersions = """
        SELECT i.id, i.external_id, i.cloud, i.region, i.project, v.categories, v.fields, v.from_at, v.last_seen, v.to_at, v.place_id
        FROM image_version v JOIN image i ON i.id = v.image_id
        """;

    public const string Shared = " WHERE (v.categories & @mask) <> 0";

    public const string ByImage = " ORDER BY i.id, v.id";
}
