using System.Globalization;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>Numbers and times as people read them.</summary>
internal static class Words
{
    private const string AllTogether = "all images together";

    /// <summary><c>1 image</c>, <c>1,234 images</c>.</summary>
    public static string Count(long count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A share in percent, rounded down: only a whole is called 100 %. Nothing evaluated is a dash.</summary>
    public static string Percent(double? share) => share switch
    {
        null => "–",
        >= 1 => "100 %",
        { } part => $"{Math.Floor(part * 1000) / 10:0.0} %",
    };

    /// <summary>Where an image was collected: the known parts of cloud, region and project.</summary>
    public static string Scope(FindingImage image) =>
        string.Join(" / ", new[] { image.Cloud, image.Region, image.Project }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>A group's key: <c>name = ubuntu, @project = p1</c>.</summary>
    public static string Group(Finding finding) => finding.Group is { Count: > 0 } group
        ? string.Join(", ", group.Select(part => $"{part.Key} = {(part.Value.IsNull ? "(missing)" : part.Value.Display)}"))
        : AllTogether;

    /// <summary>What a finding is about: the image's name, its id when it has none, or the group's key.</summary>
    public static string Subject(Finding finding) =>
        finding.Image is { } image ? string.IsNullOrEmpty(image.Name) ? image.Id : image.Name : Group(finding);

    /// <summary>What a finding was about that is gone.</summary>
    public static string Subject(FixedFinding gone) =>
        !string.IsNullOrEmpty(gone.Subject) ? gone.Subject : gone.ImageId ?? AllTogether;

    /// <summary>A waiver's reason, and where it is decided: <c>Migrated in March (OPS-17)</c>.</summary>
    public static string Reason(string reason, string? ticket) => string.IsNullOrEmpty(ticket) ? reason : $"{reason} ({ticket})";

    /// <summary><c>hw_firmware_type is bios, expected equals uefi</c>.</summary>
    public static string Reason(Reason reason) =>
        $"{reason.Field} is {(reason.Actual.IsNull ? "missing" : Quoted(reason.Actual))}, expected {reason.Expected}";

    /// <summary>The policy's own message; null when the message says just what the reasons say, in either language.</summary>
    public static string? OwnMessage(Finding finding)
    {
        // Every sentence that is made of reasons begins with one of these; most messages are a policy's own.
        string[] beginnings = ["cannot be decided", "无法判断", .. finding.Reasons.Take(1).Select(reason => reason.Field)];
        if (finding.Message.Length > 0 && !beginnings.Any(beginning => finding.Message.StartsWith(beginning, StringComparison.Ordinal))) return finding.Message;
        var english = Made(finding, " is ", ", expected ", "; ");
        return finding.Message == english
            || finding.Message == $"cannot be decided: {english}"
            || finding.Message == Made(finding, "为", "，应为", "；")
            || finding.Message == $"无法判断：{Made(finding, "的值", "，要求", "；")}" ? null : finding.Message;
    }

    // As the evaluator makes a sentence of reasons where a policy has no message.
    private static string Made(Finding finding, string isWord, string expected, string between) =>
        string.Join(between, finding.Reasons.Select(reason => $"{reason.Field}{isWord}{Shown(reason.Actual, isWord == " is " ? "missing" : "缺失")}{expected}{reason.Expected}"));

    private static string Shown(JsonText value, string missing) => value.IsNull ? missing : value.Display is { Length: > 0 } text ? text : "\"\"";

    // An empty or padded text could not be seen without its quotes.
    private static string Quoted(JsonText value)
    {
        var text = value.Display;
        return text.Trim().Length == text.Length && text.Length > 0 ? text : $"\"{text}\"";
    }
}
