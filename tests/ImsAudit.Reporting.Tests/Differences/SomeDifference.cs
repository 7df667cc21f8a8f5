using System.Text;
using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Reporting.Differences;
using ImsAudit.Reporting.Formats;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Tests.Differences;

/// <summary>Differences to render.</summary>
internal static class SomeDifference
{
    private const string X = Some.Hostile;
    private static readonly ToolInfo Tool = new("imsaudit", "0.1.0");

    public static byte[] Bytes(string format, Difference difference, ReportOptions? options = null)
    {
        using var output = new MemoryStream();
        DiffFormats.Find(format)!.Write(difference, output, options ?? ReportOptions.File, CancellationToken.None);
        return output.ToArray();
    }

    public static string Of(string format, Difference difference, ReportOptions? options = null) => Encoding.UTF8.GetString(Bytes(format, difference, options));

    public static Difference Empty() => Difference.Of(Some.Empty(), Later(Some.Empty())) with { Tool = Tool };

    /// <summary>One finding of each state, and images.</summary>
    public static Difference Full(string language = "en")
    {
        Finding Known(string id, Outcome outcome = Outcome.Fail, Severity severity = Severity.High, string policy = "encrypted") =>
            Some.Finding(policy, severity, $"image-{id}", outcome) with { Fingerprint = id, Waiver = outcome == Outcome.Waived ? new AppliedWaiver("Old", "team", null, new DateOnly(2026, 3, 31)) : null };

        Finding Elsewhere(string id) => Known(id) with { Image = Some.Image($"image-{id}") with { Categories = ["public"], Category = "public", Project = null } };

        var old = Result([Known("open"), Known("fixed"), Known("now-waived"), Known("unwaived", Outcome.Waived), Known("waived", Outcome.Waived), Known("worse", severity: Severity.Low), Known("decided", Outcome.Error), Elsewhere("hidden"), Known("removed", policy: "old-policy")], "old-policy");
        var @new = Result([Known("open"), Known("new"), Known("now-waived", Outcome.Waived), Known("unwaived"), Known("waived", Outcome.Waived), Known("worse"), Known("undecided", Outcome.Error), Known("added", policy: "new-policy")], "new-policy");
        return Difference.Of(old, Later(@new) with { Run = Later(@new).Run with { Language = language, Completeness = Completeness.Incomplete, Listings = [.. @new.Run.Listings, Some.Listing(ImageCategory.Public, "GET https://ims.example/v2/images answered 503 on page 3.")] } }, Images()) with { Tool = Tool };
    }

    public static Difference Snapshots() => Difference.Of(Images()) with { Tool = Tool };

    public static Difference Hostile()
    {
        var (old, @new) = (Some.HostileResult(), Some.HostileResult());
        var image = new FindingImage { Id = X, Name = X, Cloud = X, Region = X, Project = X, Category = "private", Categories = ["private"] };
        var fixedOne = old.Findings[0] with { Fingerprint = X + "1", Image = image };
        var freshOne = old.Findings[0] with { Fingerprint = X + "2", Image = image, Severity = Severity.Low };
        var waived = old.Findings[0] with { Fingerprint = X + "3", Image = image, Outcome = Outcome.Waived };
        old = old with { Findings = [.. old.Findings, fixedOne, waived with { Outcome = Outcome.Fail }] };
        @new = @new with { Findings = [@new.Findings[0], freshOne, waived], Run = @new.Run with { PolicySetSha256 = X + X }, Policies = [@new.Policies[0] with { Id = X + X }] };
        var listed = new ComparedImage(new ImageScope(X, X, X), X, X, CategorySet.Of(ImageCategory.Private));
        var images = Images() with
        {
            Added = [listed],
            Removed = [listed],
            NotSeenSince = [listed with { Why = Unseen.Failed }],
            NotSeenBefore = [listed with { Why = Unseen.Undecided }],
            Changed = [new ChangedImage(listed, [new FieldChange(X, JsonText.OfString(X), JsonText.OfString(""), [X, X])])],
            NotCompared = [new UncomparedField(X, 2)],
        };
        return Difference.Of(old, @new, images) with { Tool = new ToolInfo(X, X) };
    }

    public static Difference Many(int count)
    {
        var result = Some.Many(count);
        return Difference.Of(result, Later(Some.Empty()) with { Policies = result.Policies, Run = result.Run with { AsOf = Some.AsOf.AddDays(7) } }) with { Tool = Tool };
    }

    private static AuditResult Result(IReadOnlyList<Finding> findings, string ownPolicy) => Some.Empty() with
    {
        Findings = findings,
        Policies = [Some.Policy("encrypted", Severity.High, findings), Some.Policy(ownPolicy, Severity.High, findings)],
        Run = Some.Empty().Run with { Listings = [Some.Listing(), Some.Listing(ImageCategory.SharedAccepted)], Images = 612 },
    };

    private static AuditResult Later(AuditResult result) => result with { Run = result.Run with { Id = "run-2", AsOf = Some.AsOf.AddDays(7), PolicySetSha256 = "c0ffee" } };

    private static ImagesDifference Images()
    {
        ComparedImage Image(string name) => new(new ImageScope("prod", "cn-north-4", "0f1e2d3c4b5a"), $"id-{name}", name, CategorySet.Of(ImageCategory.Private));
        var side = Side.Of(Some.Empty()) with { Run = null, Tool = null, Images = 612, SnapshotSha256 = "ab12" };
        return new ImagesDifference
        {
            Old = side,
            New = side with { Images = 613 },
            AllFields = false,
            Added = [Image("fresh-1"), Image("fresh-2")],
            Removed = [Image("gone")],
            Changed = [new ChangedImage(Image("golden"), [new FieldChange("hw_firmware_type", JsonText.OfString("uefi"), JsonText.OfString("bios"), ["arm-needs-uefi", "must-be-uefi"]), new FieldChange("min_ram", JsonText.Null, JsonText.OfNumber(4), [])])],
            NotSeenBefore = [],
            NotSeenSince = [Image("hidden") with { Why = Unseen.NotAsked }],
            Unchanged = 609,
            NotCompared = [],
        };
    }
}
