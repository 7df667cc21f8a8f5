using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Samples;

/// <summary>Findings of every kind, and their policies.</summary>
internal static class SampleFindings
{
    public static readonly PolicyResult Encryption = new()
    {
        Id = "encrypted-with-cmk",
        Title = "Private images are encrypted with a KMS key",
        Severity = Severity.High,
        Description = "The image carries the id of a key.",
        Rationale = "Who copies a disk that is not encrypted has what is on it.",
        Remediation = "Copy the image with a key:\n\nPOST /v1/cloudimages/{image_id}/copy",
        References = ["https://support.huaweicloud.com/intl/en-us/api-ims/"],
        Tags = ["encryption"],
        Controls = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["CIS"] = ["3.1", "3.2"] },
        Condition = ["require", "  __system__cmkid: not empty"],
        Pass = 1200,
        Fail = 1,
        Error = 0,
        NotApplicable = 32,
        Waived = 1,
    };

    public static readonly PolicyResult Firmware = Plain("must-be-uefi", "Images boot by UEFI", Severity.Medium) with { Fail = 1, Error = 1 };

    public static readonly PolicyResult Copies = Plain("few-copies", "An image has few copies", Severity.Low) with { Fail = 1 };

    public static readonly PolicyResult Clean = Plain("os-is-64-bit", "The system is a 64 bit one", Severity.Info);

    public static readonly Finding New = Of(Encryption, "ubuntu-22.04-base") with
    {
        Fingerprint = "fp-new",
        FirstSeen = SampleRuns.AsOf,
        AgeDays = 0,
        New = true,
        Reasons = [new Reason("__system__cmkid", JsonText.Null, "not empty")],
        Fields = new Dictionary<string, JsonText>(StringComparer.Ordinal) { ["status"] = JsonText.OfString("active"), ["min_disk"] = JsonText.OfNumber(40) },
        Truths = "-f",
    };

    public static readonly Finding Old = Of(Firmware, "debian-12") with { Fingerprint = "fp-old", Baselined = true, FirstSeen = SampleRuns.AsOf.AddDays(-40), AgeDays = 40 };

    public static readonly Finding Undecided = Of(Firmware, "centos-7") with { Fingerprint = "fp-undecided", Outcome = Outcome.Error, Image = Image(name: null) };

    public static readonly Finding Group = Of(Copies, "") with
    {
        Fingerprint = "fp-copies",
        Image = null,
        Group = new Dictionary<string, JsonText>(StringComparer.Ordinal) { ["__os_version"] = JsonText.OfString("Ubuntu 22.04") },
        Images = [Image("copy-1"), Image("copy-2")],
    };

    public static readonly Finding Waived = New with
    {
        Fingerprint = "fp-waived",
        Outcome = Outcome.Waived,
        New = false,
        Waiver = new AppliedWaiver("Migrated by the end of March", "team-images", Ticket: null, new DateOnly(2026, 3, 31)),
    };

    public static FindingImage Image(string? name) => new()
    {
        Id = "1b2c3d4e-0000-4000-8000-0123456789ab",
        Name = name,
        Cloud = name is null ? null : "prod",
        Region = name is null ? null : "cn-north-4",
        Project = name is null ? null : "0f1e2d3c4b5a",
        Category = "private",
        Categories = ["private", "shared-accepted"],
        CreatedAt = name is null ? null : SampleRuns.AsOf.AddDays(-400),
    };

    private static Finding Of(PolicyResult policy, string name) => new()
    {
        Fingerprint = "",
        Policy = policy.Id,
        Severity = policy.Severity,
        Outcome = Outcome.Fail,
        Image = Image(name),
        Reasons = [new Reason("hw_firmware_type", JsonText.OfString("bios"), "equals uefi")],
        Message = "Make it again with a firmware of UEFI.",
    };

    private static PolicyResult Plain(string id, string title, Severity severity) =>
        new() { Id = id, Title = title, Severity = severity, Pass = 900, Fail = 0, Error = 0, NotApplicable = 0, Waived = 0 };
}
