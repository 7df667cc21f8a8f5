using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>What changed between two estates whose every text tries to become something else in a browser.</summary>
internal static class HostileDiff
{
    public const string Report = "diff.html";

    private const string Policy = """{ "id": "firmware", "title": "Images boot with UEFI", "severity": "high", "require": { "field": "hw_firmware_type", "equals": "uefi" }, "message": "{name} boots with {hw_firmware_type}" }""";

    /// <summary>Lets the built binary compare them and write <see cref="Report"/>.</summary>
    public static async Task ReportAsync(TempFolder folder)
    {
        var all = HostileImages.Texts.Index().ToList();
        await ScanAsync(folder, "before", all.Where(one => one.Index % 4 != 0).Select(one => Image(one.Item, one.Index, one.Item)));
        await ScanAsync(folder, "after", all.Where(one => one.Index % 4 != 1).Select(one => Image(one.Item, one.Index, one.Index % 4 == 2 ? "uefi" : "other" + one.Item)));
        string[] arguments = ["diff", folder["before.json"], folder["after.json"], "--old-snapshot", folder["before.ndjson"], "--new-snapshot", folder["after.ndjson"], "--policies", folder["diff.policy.json"], "--output", "html=" + folder[Report]];
        (await ImsAuditProcess.RunAsync(arguments, workingFolder: folder.Path)).ShouldExit(0);
    }

    private static async Task ScanAsync(TempFolder folder, string name, IEnumerable<string> images)
    {
        string[] arguments = ["scan", "--from", folder.Write($"{name}.ndjson", SnapshotText.Of([.. images])), "--policies", folder.Write("diff.policy.json", Policy), "--output", $"json={folder[$"{name}.json"]}"];
        (await ImsAuditProcess.RunAsync(arguments, workingFolder: folder.Path)).ShouldExit(1);
    }

    private static string Image(string text, int number, string firmware) => new JsonObject { ["id"] = $"id-{number}{text}", ["name"] = text, ["hw_firmware_type"] = firmware }.ToJsonString();
}
