using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>Three weeks of the images of <see cref="HostileImages"/>, as private, shared and public ones, and the report of the last week.</summary>
internal static class HostileWeek
{
    public const string Report = "weekly.html";

    private static readonly string[] s_categories = ["private", "shared-pending", "shared-accepted", "public"];

    public static async Task ReportAsync(TempFolder folder)
    {
        var waivers = new JsonArray(HostileImages.Texts.Where(text => text.Length < 100).Take(8).Select(text => (JsonNode)new JsonObject
        {
            ["policy"] = "firmware",
            ["name"] = text,
            ["reason"] = text,
            ["owner"] = text,
            ["ticket"] = text,
            ["expires"] = "2026-04-01",
        }).ToArray());
        folder.Write("w.json", new JsonObject { ["waivers"] = waivers }.ToJsonString());
        for (var week = 0; week < 3; week++)
        {
            folder.Write("week.ndjson", Snapshot(week));
            string[] scan = ["scan", "--from", folder["week.ndjson"], .. HostileImages.PoliciesIn(folder), "--history", folder["h.db"], "--waivers", folder["w.json"], "--as-of", $"2026-03-{1 + (7 * week):00}", "--output", "text=/dev/null"];
            (await ImsAuditProcess.RunAsync(scan, workingFolder: folder.Path)).ShouldExit(1);
        }
        string[] report = ["report", "--history", folder["h.db"], "--as-of", "2026-03-16", "--output", "html=" + folder[Report]];
        (await ImsAuditProcess.RunAsync(report, workingFolder: folder.Path)).ShouldExit(0);
    }

    /// <summary>In each week some images come, some go, some are others, and what was offered is taken.</summary>
    private static string Snapshot(int week)
    {
        var lines = new StringBuilder();
        foreach (var (number, text) in HostileImages.Texts.Index().Where(image => image.Index % 5 != week))
        {
            var image = HostileImages.Image(text, number);
            if (week == 2) image["tags"] = new JsonArray("owner=" + text, text);
            var category = s_categories[(number % 4 == 1 && week == 2 ? 2 : number) % 4];
            var scope = category == "public" ? """{"cloud":"prod","region":"r1"}""" : """{"cloud":"prod","region":"r1","project":"p1"}""";
            lines.Append($$"""{"scope":{{scope}},"categories":["{{category}}"],"image":{{image.ToJsonString()}}}""").Append('\n');
        }
        var listings = s_categories.Select(category =>
            $$"""{"scope":{{(category == "public" ? """{"cloud":"prod","region":"r1"}""" : """{"cloud":"prod","region":"r1","project":"p1"}""")}},"category":"{{category}}","query":"q","pages":1,"images":{{lines.ToString().Split($"[\"{category}\"]").Length - 1}},"complete":true,"error":null,"startedAt":"2026-03-01T00:00:00Z","finishedAt":"2026-03-01T00:00:00Z"}""");
        var images = lines.ToString().Count(c => c == '\n');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines.ToString())));
        return """{"imsaudit":"snapshot/1","createdAt":"2026-03-01T00:00:00Z","tool":"imsaudit 0"}""" + "\n" + lines
            + $$"""{"end":true,"complete":true,"images":{{images}},"listings":[{{string.Join(',', listings)}}],"sha256":"{{hash}}"}""" + "\n";
    }
}
