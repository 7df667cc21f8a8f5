using ImsAudit.Images;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Samples;

/// <summary>A result in which every text that comes from a cloud tries to be more than text.</summary>
internal static class HostileResult
{
    public const string Text =
        "=cmd|'/c calc'!A1,\"; <script>alert(1)</script> \" onmouseover=\"alert(1)\" | `code` **b** [a](javascript:alert(1)) {{ 1 + 1 }} "
        + "\u001b[31mred \u202egnp.exe @octocat #12 ::error::x http://evil.example\r\n# heading\n\u0000]]> 镜像";

    public static AuditResult Make()
    {
        var usual = SampleRuns.Of(
            [Spoil(SampleFindings.New), Spoil(SampleFindings.Undecided), Spoil(SampleFindings.Group), Spoil(SampleFindings.Waived)],
            [Spoil(SampleFindings.Encryption), Spoil(SampleFindings.Firmware), Spoil(SampleFindings.Copies)]);
        var note = new WaiverNote(Text, Text, Text, Text, Text, new DateOnly(2025, 12, 31));
        return usual with
        {
            Tool = new ToolInfo(Text, Text),
            Run = usual.Run with
            {
                Id = Text,
                Notes = [Text],
                Listings = [usual.Run.Listings[0] with { Scope = new ImageScope(Text, Text, Text), Query = Text, FirstId = Text, LastId = Text, Drift = [Text], Notes = [Text], Error = Text, Complete = false }],
            },
            Waivers = new WaiverReport([note], [note]),
            Baseline = new BaselineReport(Text, [new FixedFinding(Text, Text, Severity.Low, Text, Text)]),
        };
    }

    private static PolicyResult Spoil(PolicyResult policy) => policy with
    {
        Title = Text,
        Description = Text,
        Remediation = Text,
        References = [Text, "javascript:alert(1)"],
        Tags = [Text],
        Controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [Text] = [Text] },
        Condition = [Text],
    };

    private static Finding Spoil(Finding finding) => finding with
    {
        Image = finding.Image is null ? null : Spoil(finding.Image),
        Group = finding.Group is null ? null : Values,
        Images = finding.Images is null ? null : [.. finding.Images.Select(Spoil)],
        Reasons = [new Reason(Text, JsonText.OfString(Text), Text)],
        Message = Text,
        Fields = Values,
        Truths = finding.Truths is null ? null : "f",
        Waiver = finding.Waiver is null ? null : new AppliedWaiver(Text, Text, Text, new DateOnly(2026, 3, 31)),
    };

    private static FindingImage Spoil(FindingImage image) => image with { Id = Text, Name = Text, Cloud = Text, Region = Text, Project = Text, Category = Text, Categories = [Text] };

    private static Dictionary<string, JsonText> Values => new(StringComparer.Ordinal) { [Text] = JsonText.OfString(Text) };
}
