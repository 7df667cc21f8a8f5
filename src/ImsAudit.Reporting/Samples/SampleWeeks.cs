using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Weekly;

namespace ImsAudit.Reporting.Samples;

/// <summary>Made-up reports of a week, to try templates with. It ends on 2026-01-31T12:00:00Z.</summary>
internal static class SampleWeeks
{
    private static readonly string[] s_projects = ["0f1e2d3c4b5a", "1a2b3c4d5e6f", "2b3c4d5e6f70"];
    private static readonly string?[] s_owners = ["team-web", "team-db", null];

    /// <summary>The kinds that there are, by what they are called.</summary>
    public static IReadOnlyList<(string Name, WeeklyReport Report)> All =>
    [
        ("a week without a scan", Empty()),
        ("a usual week", Full()),
        ("a week that was not seen whole", Incomplete()),
        ("a week in Chinese", Full() with { Language = "zh" }),
        ("a hostile week", Hostile(HostileResult.Text)),
    ];

    public static WeeklyReport Empty() => new()
    {
        Tool = new ToolInfo("imsaudit", "0.1.0"),
        Language = "en",
        OwnerTag = "owner",
        From = SampleRuns.AsOf.AddDays(-7),
        AsOf = SampleRuns.AsOf,
        Selections = [],
        Series = [],
        Findings = [],
        Forecast = new WeeklyForecast(Until: null, [], []),
        Waivers = [],
        Shares = new WeeklyShares(Standing(0, 0, 0), []),
        Drift = [],
        NewPublic = [],
        FirstPublic = 0,
    };

    /// <summary>With something in every part, more than fits where lists are cut.</summary>
    public static WeeklyReport Full() => Empty() with
    {
        Selections = [Selection("prod/cn-north-4", WeeklyState.Complete), Selection("prod/cn-north-4 (private)", WeeklyState.Covered)],
        Series = [Series("prod/cn-north-4", 0.91, 0.93, null, null, 0.95, 0.94)],
        Findings = [.. Enumerable.Range(0, 120).Select(Finding)],
        Forecast = new WeeklyForecast(SampleRuns.AsOf.AddDays(88), [], [Due(5, null), Due(40, new AppliedWaiver("Old appliances", "team-images", "OPS-17", new DateOnly(2026, 3, 11)))]),
        Waivers = [Waiver(-3, 0), Waiver(12, 7)],
        Shares = new WeeklyShares(Standing(1, 4, 2), [Share("pending", null), Share("accepted", new WeeklyShareBefore("pending", SampleRuns.AsOf.AddDays(-12))), Share("withdrawn", new WeeklyShareBefore("rejected", SampleRuns.AsOf.AddDays(-12)))]),
        Drift = [new WeeklyDrift(Subject(1), IsGolden: true, SampleRuns.AsOf.AddDays(-2), [new WeeklyField("hw_firmware_type", JsonText.OfString("uefi"), JsonText.OfString("bios")), new WeeklyField("tags", Before: null, JsonText.OfString("owner=x"))])],
        NewPublic = [new WeeklyImage(Subject(2), "0f1e2d3c4b5a", SampleRuns.AsOf.AddDays(-1))],
        FirstPublic = 3,
    };

    /// <summary>The full one, but that a listing failed.</summary>
    public static WeeklyReport Incomplete() => Full() with { Selections = [Selection("prod/cn-north-4", WeeklyState.Incomplete)] };

    /// <summary>Every text that comes from outside is hostile, in every part.</summary>
    /// <param name="text">The text.</param>
    public static WeeklyReport Hostile(string text)
    {
        var subject = new WeeklySubject(text, text, Group: null) { Scope = new ImageScope(text, text, text), Categories = [text], Owner = text };
        var group = subject with { Id = null, Name = null, Group = $$"""{"a":{{JsonText.OfString(text).Raw}},"b":null}""" };
        var policy = new WeeklyPolicy(text, text, Severity.Critical);
        var waiver = new AppliedWaiver(text, text, text, new DateOnly(2026, 3, 31));
        var full = Full();
        return full with
        {
            Tool = new ToolInfo(text, text),
            OwnerTag = text,
            Selections = [Selection(text, WeeklyState.Incomplete) with { LastRun = text, Notes = [text], NotJudged = [text] }, Selection(text, WeeklyState.Complete)],
            Series = [Series(text, 0.5, 0.6), Series(text, 0.5)],
            Findings = [.. new[] { subject, group }.SelectMany(one => new[] { full.Findings[0], full.Findings[1], full.Findings[2], full.Findings[3] }.Select(finding => finding with { Fingerprint = text, Policy = policy, Subject = one, Waiver = waiver }))],
            Forecast = new WeeklyForecast(SampleRuns.AsOf, [text], [new WeeklyDue(text, policy, subject, new DateOnly(2026, 2, 2), waiver)]),
            Waivers = [new WeeklyWaiver(new WaiverNote(text, text, text, text, text, new DateOnly(2026, 2, 2)), 2, 1)],
            Shares = full.Shares with { Ledger = [.. full.Shares.Ledger.Select(share => share with { Subject = subject, From = text })] },
            Drift = [new WeeklyDrift(subject, IsGolden: true, SampleRuns.AsOf, [new WeeklyField(text, JsonText.OfString(text), JsonText.OfString(text))])],
            NewPublic = [new WeeklyImage(subject, text, SampleRuns.AsOf)],
        };
    }

    public static WeeklySelection Selection(string name, WeeklyState state) => new()
    {
        Name = name,
        State = state,
        Scans = state is WeeklyState.NotScanned or WeeklyState.Covered ? 0 : 7,
        IncompleteScans = state == WeeklyState.Incomplete ? 1 : 0,
        LateScans = state == WeeklyState.Late ? 1 : 0,
        NotJudged = state == WeeklyState.Covered ? ["policy-24"] : [],
        LastRun = "nightly-2026-01-31",
        LastAsOf = SampleRuns.AsOf.AddHours(-6),
        Images = 1234,
        Compliance = 0.94,
        Notes = state == WeeklyState.Incomplete ? ["GET https://ims.example/v2/images answered 503 on page 3. Ask again later."] : [],
    };

    /// <param name="shares">Null is a period without a scan, or every other time with none that saw everything.</param>
    public static WeeklySeries Series(string name, params double?[] shares) => new(name, [.. shares.Index().Select(share => Point(share.Index - shares.Length, share.Item))], LeftOut: 2);

    private static WeeklyPoint Point(int at, double? share) => new(SampleRuns.AsOf.AddDays(7 * at), SampleRuns.AsOf.AddDays(7 * (at + 1)), share is { } known ? Measure(at, known) : null)
    {
        Scans = share is null ? 0 : 7,
        IncompleteScans = share is null && at % 2 != 0 ? 1 : 0,
        IsFirst = false,
        Opened = share is null ? 0 : 12 + at,
        Fixed = share is null ? 0 : 4 - at,
    };

    private static WeeklyMeasure Measure(int at, double share) =>
        new(SampleRuns.AsOf.AddDays((7 * at) + 6), share, Severities.WorstFirst.ToDictionary(severity => severity, severity => (long)((int)severity * 3) - at), 25) { Images = 1234, Errors = 0, Waived = 2, PolicySet = 1 };

    private static WeeklyFinding Finding(int at) => new()
    {
        Fingerprint = $"fp-{at:d4}",
        Policy = new WeeklyPolicy($"policy-{at % 25}", $"Title of policy {at % 25}", Severities.WorstFirst[at * 5 / 120]),
        Outcome = at % 10 == 9 ? Outcome.Waived : at % 10 == 8 ? Outcome.Error : Outcome.Fail,
        Subject = Subject(at),
        FirstSeen = SampleRuns.AsOf.AddDays(-at - 1),
        FixedAt = at % 4 == 3 ? SampleRuns.AsOf.AddDays(-1) : null,
        IsNew = at % 4 == 0,
        IsBack = at % 4 == 1,
        Age = TimeSpan.FromDays(at + 0.5),
    };

    private static WeeklySubject Subject(int at) => new($"1b2c3d4e-0000-4000-8000-{at:d12}", $"image-{at:d4}", Group: null)
    {
        Scope = new ImageScope("prod", "cn-north-4", s_projects[at % 3]),
        Categories = ["private"],
        Owner = s_owners[at % 3],
    };

    private static WeeklyDue Due(int days, AppliedWaiver? waiver) => new($"due-{days}", new WeeklyPolicy("not-stale", "Private images are younger than 180 days", Severity.Medium), Subject(days), new DateOnly(2026, 1, 31).AddDays(days), waiver);

    private static WeeklyWaiver Waiver(int days, int covers) => new(new WaiverNote("must-be-uefi", "name legacy-*", "Old appliances", "team-images", "OPS-17", new DateOnly(2026, 1, 31).AddDays(days)), days, covers);

    private static WeeklyShare Share(string status, WeeklyShareBefore? before) => new(Subject(status.Length), "deadc0de7a5e4b16", status, SampleRuns.AsOf.AddDays(-3), before);

    private static Dictionary<ImageCategory, int> Standing(int pending, int accepted, int rejected) =>
        new() { [ImageCategory.SharedPending] = pending, [ImageCategory.SharedAccepted] = accepted, [ImageCategory.SharedRejected] = rejected };
}
