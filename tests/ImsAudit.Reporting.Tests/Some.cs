using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests;

/// <summary>Results to render.</summary>
internal static class Some
{
    public static readonly DateTimeOffset AsOf = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Text that tries everything at once.</summary>
    public const string Hostile =
        "=cmd|'/c calc'!A1 <script>alert(1)</script> <img src=x onerror=alert(1)> \" onmouseover=\"alert(1)\" ' | `code` **b** [red]x[/] [a](javascript:alert(1)) "
        + "{{ 1 + 1 }} \u001b[31mred\u001b]0;t\u0007 \u202egnp.exe\u2066 @octocat #12 http://evil.example www.evil.example a@evil.example !7 &9 %3 ~bug GH-4 ##[error]x ::error::x ##vso[task.complete] &copy; $x$ ~~s~~ ==m==\r\n# heading\n- item\n\n    code\t\u0000\u009b\ufeff\u200b\ufffe\uffff]]> end 镜像";

    public static Listing Listing(ImageCategory category = ImageCategory.Private, string? error = null) => new()
    {
        Scope = new ImageScope("prod", "cn-north-4", category.BelongsToEndpoint() ? null : "0f1e2d3c4b5a"),
        Category = category,
        Query = category == ImageCategory.Private ? "owner=0f1e2d3c4b5a&__imagetype=private" : $"__imagetype={category.Name()}",
        Pages = 7,
        Images = 612,
        Complete = error is null,
        Error = error,
        StartedAt = AsOf.AddMinutes(-2),
        FinishedAt = AsOf.AddMinutes(-1),
        FirstId = "0a1b2c3d-0000-4000-8000-000000000001",
        LastId = "0a1b2c3d-0000-4000-8000-000000000612",
        Retries = error is null ? 0 : 4,
        Ended = error is null ? ListingEnd.NoNext : ListingEnd.Failed,
    };

    public static AuditResult Empty(Completeness completeness = Completeness.Complete) => new()
    {
        Tool = new ToolInfo("imsaudit", "0.1.0"),
        Run = new RunInfo
        {
            Id = "run-1",
            AsOf = AsOf,
            StartedAt = AsOf.AddMinutes(-2),
            FinishedAt = AsOf,
            Completeness = completeness,
            Listings = completeness switch
            {
                Completeness.Complete => [Listing()],
                Completeness.Incomplete => [Listing(), Listing(ImageCategory.Public, "GET https://ims.example/v2/images answered 503 on page 3. Ask again later.")],
                _ => [],
            },
            Notes = completeness == Completeness.NotKnown ? ["The images came from images.json, and its next page was not given."] : [],
            Images = 0,
            PolicySetSha256 = "0b5a70a1a1c7",
        },
        Summary = Summary(completeness == Completeness.Incomplete ? 3 : 0, []),
        Policies = [],
        Findings = [],
        Waivers = WaiverReport.Empty,
    };

    public static PolicyResult Policy(string id, Severity severity, params IReadOnlyList<Finding> findings) => new()
    {
        Id = id,
        Title = "Private images are encrypted with a KMS key",
        Severity = severity,
        Description = "Every private image that is active names a customer master key.",
        Rationale = "An image holds a whole disk; whoever gets at its file reads all that is on it.",
        Remediation = "Export the image, import it again with encryption, and delete the old one: POST /v2/cloudimages/action with __system__encrypted and __system__cmkid.",
        References = ["https://support.huaweicloud.com/api-ims/ims_03_0702.html"],
        Controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["cis-controls-8.1"] = ["3.11"] },
        Source = new PolicySource($"policies/{id}.policy.json", 2),
        Pass = 7,
        Fail = findings.Count(finding => finding.Policy == id && finding.Outcome == Outcome.Fail),
        Error = findings.Count(finding => finding.Policy == id && finding.Outcome == Outcome.Error),
        Waived = findings.Count(finding => finding.Policy == id && finding.Outcome == Outcome.Waived),
        NotApplicable = 12,
    };

    public static Finding Finding(string policy, Severity severity, string name = "ubuntu-22.04-base", Outcome outcome = Outcome.Fail) => new()
    {
        Fingerprint = "5f1d0c",
        Policy = policy,
        Severity = severity,
        Outcome = outcome,
        Image = Image(name),
        Reasons = [new Reason("__system__cmkid", JsonText.Null, "not empty"), new Reason("status", JsonText.OfString("active"), "notEquals active")],
        Message = $"{name} is not encrypted.",
        Fields = new Dictionary<string, JsonText>(StringComparer.Ordinal) { ["status"] = JsonText.OfString("active"), ["min_disk"] = JsonText.OfNumber(40) },
    };

    public static FindingImage Image(string name = "ubuntu-22.04-base") => new()
    {
        Id = "1b2c3d4e-0000-4000-8000-0123456789ab",
        Name = name,
        Cloud = "prod",
        Region = "cn-north-4",
        Project = "0f1e2d3c4b5a",
        Category = "private",
        Categories = ["private", "shared-accepted"],
    };

    public static ResultSummary Summary(int exitCode, IReadOnlyList<Finding> findings) => new()
    {
        Images = 1234,
        Policies = 25,
        Findings = Severities.WorstFirst.ToDictionary(severity => severity, severity => findings.Count(finding => finding.Outcome == Outcome.Fail && finding.Severity == severity)),
        Errors = findings.Count(finding => finding.Outcome == Outcome.Error),
        Waived = findings.Count(finding => finding.Outcome == Outcome.Waived),
        Baselined = findings.Count(finding => finding.Baselined),
        Compliance = findings.Count == 0 ? null : 0.9748,
        Gate = new GateResult("high", exitCode == 0, exitCode),
    };

    /// <summary>As many findings as wanted, of five policies.</summary>
    public static AuditResult Many(int count)
    {
        string[] policies = ["no-public-exposure", "encrypted-with-cmk", "must-be-uefi", "os-is-64-bit", "known-disk-format"];
        List<Finding> findings =
        [
            .. Enumerable.Range(0, count).Select(at =>
            {
                var policy = at * policies.Length / count;
                return Finding(policies[policy], Severities.WorstFirst[policy], $"image-{at:d6}", at % 50 == 7 ? Outcome.Error : at % 50 == 8 ? Outcome.Waived : Outcome.Fail) with
                {
                    Fingerprint = $"fp-{at:d6}",
                    Waiver = at % 50 == 8 ? new AppliedWaiver("Migrated by the end of March", "team-images", "OPS-17", new DateOnly(2026, 3, 31)) : null,
                    Baselined = at % 50 == 9,
                };
            }),
        ];
        var empty = Empty();
        return empty with
        {
            Run = empty.Run with { Images = 1234, Listings = [Listing(), Listing(ImageCategory.SharedAccepted), Listing(ImageCategory.Public) with { Filtered = true, Notes = ["The id 1b2c came on two pages."] }] },
            Summary = Summary(1, findings),
            Policies = [.. policies.Index().Select(policy => Policy(policy.Item, Severities.WorstFirst[policy.Index], findings)), Policy("registered", Severity.Low)],
            Findings = findings,
            Waivers = new WaiverReport([new WaiverNote("must-be-uefi", "legacy-*", "Old appliances", "team-images", null, new DateOnly(2025, 12, 31))], []),
            Baseline = new BaselineReport("run-0", [new FixedFinding("fp-gone", "must-be-uefi", Severity.Medium, "7c6b5a", "debian-9"), new FixedFinding("fp-group", "registered", Severity.Low, null, "")]),
        };
    }

    /// <summary>Every text that comes from outside is hostile.</summary>
    public static AuditResult HostileResult()
    {
        const string X = Hostile;
        var value = JsonText.OfString(X);
        var image = new FindingImage { Id = X, Name = X, Cloud = X, Region = X, Project = X, Category = X, Categories = [X] };
        var values = new Dictionary<string, JsonText>(StringComparer.Ordinal) { [X] = value };
        var waiver = new AppliedWaiver(X, X, X, new DateOnly(2026, 3, 31));
        var finding = Finding(X, Severity.Critical) with { Fingerprint = X, Image = image, Reasons = [new Reason(X, value, X)], Message = X, Fields = values, Waiver = waiver };
        List<Finding> findings =
        [
            finding,
            finding with { Image = null, Group = values, Images = [image], Reasons = [], Outcome = Outcome.Error },
            finding with { Outcome = Outcome.Waived, Reasons = [new Reason("name", JsonText.OfString(""), "not empty")] },
        ];
        var note = new WaiverNote(X, X, X, X, X, new DateOnly(2025, 12, 31));
        var empty = Empty(Completeness.Incomplete);
        return empty with
        {
            Tool = new ToolInfo(X, X),
            Run = empty.Run with
            {
                Id = X,
                Notes = [X],
                PolicySetSha256 = X,
                SnapshotSha256 = X,
                WaiversSha256 = X,
                Listings = [Listing() with { Scope = new ImageScope(X, X, X), Query = X, FirstId = X, LastId = X, Drift = [X], Notes = [X] }, Listing(error: X)],
            },
            Summary = Summary(3, findings),
            Policies =
            [
                Policy(X, Severity.Critical, findings) with
                {
                    Title = X,
                    Description = X,
                    Rationale = X,
                    Remediation = X,
                    References = [X, "javascript:alert(1)", "https://good.example/a?b=(c)&d=\"e\"|f<g>*h*"],
                    Tags = [X],
                    Controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [X] = [X] },
                },
            ],
            Findings = findings,
            Waivers = new WaiverReport([note], [note]),
            Baseline = new BaselineReport(X, [new FixedFinding(X, X, Severity.Low, X, X), new FixedFinding(X, X, Severity.Low, null, X)]),
        };
    }
}
