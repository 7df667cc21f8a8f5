using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Samples;

/// <summary>Made-up results of every kind, to try templates with and to tell the model from.</summary>
public static class SampleResults
{
    private const int Many = 2000;

    /// <summary>Everything that a result may hold: a baseline, waivers, a history, groups, what could not be decided.</summary>
    public static AuditResult Usual { get; } = SampleRuns.Of(
        [SampleFindings.New, SampleFindings.Old, SampleFindings.Undecided, SampleFindings.Group, SampleFindings.Waived],
        [SampleFindings.Encryption, SampleFindings.Firmware, SampleFindings.Copies, SampleFindings.Clean]) with
    {
        Waivers = new WaiverReport(
            [new WaiverNote("must-be-uefi", "legacy-*", "Old appliances", "team-images", "OPS-17", new DateOnly(2025, 12, 31))],
            [new WaiverNote("os-is-64-bit", "4a5b6c", "Kiosk machines", "team-kiosk", Ticket: null, new DateOnly(2026, 6, 30))]),
        Baseline = new BaselineReport("run-0", [new FixedFinding("fp-gone", "must-be-uefi", Severity.Medium, "7c6b5a", "debian-9"), new FixedFinding("fp-group", "few-copies", Severity.Low, ImageId: null, "")]),
    };

    /// <summary>The usual one, but that a listing failed.</summary>
    public static AuditResult Incomplete { get; } = SampleRuns.Incomplete(Usual);

    /// <summary>The usual one, but that nothing was undecided.</summary>
    public static AuditResult Decided { get; } = SampleRuns.Of(
        [SampleFindings.New, SampleFindings.Old, SampleFindings.Group, SampleFindings.Waived],
        [SampleFindings.Encryption, SampleFindings.Firmware with { Pass = SampleFindings.Firmware.Pass + 1, Error = 0 }, SampleFindings.Copies, SampleFindings.Clean]) with
    {
        Waivers = Usual.Waivers,
        Baseline = Usual.Baseline,
    };

    public static IReadOnlyList<SampleResult> All { get; } =
    [
        new("an empty result", SampleRuns.Of([], [])),
        new("a usual result", Usual),
        new("an incomplete result", Incomplete),
        new("a result of which nobody knows whether it is complete", SampleRuns.NotKnown(Usual)),
        new("a result in Chinese", Usual with { Run = Usual.Run with { Language = "zh" } }),
        new("a hostile result", HostileResult.Make()),
        new($"a result of {Many} findings", Large(Many)),
    ];

    private static AuditResult Large(int findings) => SampleRuns.Of(
        [.. Enumerable.Range(0, findings).Select(at => SampleFindings.Old with { Fingerprint = $"fp-{at}", Image = SampleFindings.Image($"image-{at:d6}") })],
        [SampleFindings.Firmware with { Fail = findings, Error = 0 }]);
}
