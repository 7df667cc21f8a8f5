namespace ImsAudit.History.Databases;

/// <summary>
/// The tables, as steps from each version to the next; a step that was released is never changed. Times are
/// microseconds (<see cref="Moment"/>), keys and hashes 16 bytes. What small tables say once, large ones refer to by number.
/// </summary>
internal static class HistorySchema
{
    public static IReadOnlyList<string> Tables { get; } =
        ["listing", "place", "policy", "policy_set", "coverage", "field", "waiver", "scan", "image", "image_version", "finding", "outcome_change", "due"];

    public static IReadOnlyList<string> Steps { get; } = [First, WithForecasts, WithFirstLooks];

    /// <summary>A step's statements, with the types of the database.</summary>
    public static IEnumerable<string> Statements(string step, HistoryDatabase database) =>
        step.Replace("{bytes}", database.BytesType, StringComparison.Ordinal).Replace("{number}", database.NumberType, StringComparison.Ordinal)
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>
    /// listing: a place's listing as scans asked for it. place: the listings (numbers, sorted) that must all be read to
    /// their end before something that was seen there can be called gone. coverage: when a place was last seen whole under
    /// a set of policies; so that what stays open is not written again by every scan. finding: an interval. outcome_change:
    /// an outcome that an interval took on later. image_version: what an image was like, from when to when.
    /// </summary>
    private const string First = """
        CREATE TABLE listing (id {number} PRIMARY KEY, cloud TEXT, region TEXT, project TEXT, category TEXT NOT NULL, filter TEXT NOT NULL);
        CREATE TABLE place (id {number} PRIMARY KEY, listings TEXT NOT NULL);
        CREATE TABLE policy (id {number} PRIMARY KEY, name TEXT NOT NULL, title TEXT NOT NULL, severity {number} NOT NULL);
        CREATE TABLE policy_set (id {number} PRIMARY KEY, policies TEXT NOT NULL);
        CREATE TABLE coverage (place_id {number} NOT NULL, policy_set_id {number} NOT NULL, covered_at BIGINT NOT NULL, PRIMARY KEY (place_id, policy_set_id));
        CREATE TABLE field (id {number} PRIMARY KEY, name TEXT NOT NULL, masked {number} NOT NULL);
        CREATE TABLE waiver (id {number} PRIMARY KEY, policy TEXT NOT NULL, target TEXT NOT NULL, reason TEXT NOT NULL, owner TEXT NOT NULL, ticket TEXT,
            expires TEXT NOT NULL, state TEXT NOT NULL, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL);
        CREATE TABLE scan (id {number} PRIMARY KEY, run_id TEXT NOT NULL, as_of BIGINT NOT NULL, started_at BIGINT NOT NULL, finished_at BIGINT NOT NULL,
            tool TEXT NOT NULL, images BIGINT NOT NULL, completeness {number} NOT NULL, exit_code {number} NOT NULL, fail_on TEXT NOT NULL, policies {number} NOT NULL,
            critical BIGINT NOT NULL, high BIGINT NOT NULL, medium BIGINT NOT NULL, low BIGINT NOT NULL, info BIGINT NOT NULL,
            errors BIGINT NOT NULL, waived BIGINT NOT NULL, baselined BIGINT NOT NULL, passed BIGINT NOT NULL, evaluated BIGINT NOT NULL,
            opened BIGINT NOT NULL, reopened BIGINT NOT NULL, fixed BIGINT NOT NULL, late {number} NOT NULL,
            place_id {number} NOT NULL, policy_set_id {number} NOT NULL, policy_set_sha256 TEXT NOT NULL, snapshot_sha256 TEXT, notes TEXT NOT NULL);
        CREATE UNIQUE INDEX scan_run ON scan (run_id);
        CREATE INDEX scan_time ON scan (as_of);
        CREATE TABLE image (id {number} PRIMARY KEY, image_key {bytes} NOT NULL, external_id TEXT NOT NULL, cloud TEXT, region TEXT, project TEXT);
        CREATE UNIQUE INDEX image_by_key ON image (image_key);
        CREATE TABLE image_version (id {number} PRIMARY KEY, image_id {number} NOT NULL, place_id {number} NOT NULL, categories {number} NOT NULL,
            from_at BIGINT NOT NULL, last_seen BIGINT NOT NULL, to_at BIGINT, content_hash {bytes} NOT NULL, fields TEXT NOT NULL);
        CREATE INDEX image_version_of ON image_version (image_id, from_at);
        CREATE INDEX image_version_now ON image_version (image_id) WHERE to_at IS NULL;
        CREATE TABLE finding (id {number} PRIMARY KEY, fingerprint {bytes} NOT NULL, policy_id {number} NOT NULL, severity {number} NOT NULL, outcome {number} NOT NULL,
            image_id {number}, group_key TEXT, place_id {number} NOT NULL, first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL, fixed_at BIGINT,
            reopened {number} NOT NULL, first_outcome {number} NOT NULL, waived_at BIGINT, waiver_id {number});
        CREATE INDEX finding_fixed ON finding (fixed_at);
        CREATE INDEX finding_fingerprint ON finding (fingerprint);
        CREATE TABLE outcome_change (finding_id {number} NOT NULL, changed_at BIGINT NOT NULL, outcome {number} NOT NULL);
        CREATE INDEX outcome_change_of ON outcome_change (finding_id)
        """;

    /// <summary>
    /// due: a finding that was forecast by the scans of a selection, from when to when it was. scan.forecast_until: how far
    /// a scan looked ahead; null when it did not.
    /// </summary>
    private const string WithForecasts = """
        ALTER TABLE scan ADD COLUMN forecast_until BIGINT;
        CREATE TABLE due (id {number} PRIMARY KEY, selection_id {number} NOT NULL, fingerprint {bytes} NOT NULL, policy_id {number} NOT NULL, severity {number} NOT NULL,
            image_id {number}, group_key TEXT, due_at BIGINT NOT NULL, waiver_id {number}, from_at BIGINT NOT NULL, to_at BIGINT);
        CREATE INDEX due_now ON due (selection_id) WHERE to_at IS NULL
        """;

    /// <summary>
    /// listing.known_since: when it was first seen to its end, or, of saved responses, of which nobody knows that, first seen
    /// at all; null: never. What is seen then may have been there before.
    /// </summary>
    private const string WithFirstLooks = """
        ALTER TABLE listing ADD COLUMN known_since BIGINT;
        UPDATE listing SET known_since = COALESCE(
            (SELECT MIN(scan.as_of) FROM scan JOIN place ON place.id = scan.place_id WHERE scan.completeness = 1 AND (',' || place.listings || ',') LIKE ('%,' || listing.id || ',%')),
            (SELECT MIN(scan.as_of) FROM scan WHERE scan.completeness = 0))
        """;
}
