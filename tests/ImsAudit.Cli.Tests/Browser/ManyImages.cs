using System.Globalization;
using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>1,500 images that all violate one policy, and a few a second one: more than is written out as elements.</summary>
internal static class ManyImages
{
    public const string Report = "many.html";

    /// <summary>A report of one image alone, which in <see cref="Report"/> is data that the script makes a row of.</summary>
    public const string ReportOfOne = "one.html";

    public const int Count = 1500;
    private const int One = 1234;

    private const string Policies =
        """
        { "id": "firmware", "title": "Images boot with UEFI", "severity": "high", "require": { "field": "hw_firmware_type", "equals": "uefi" },
          "remediation": "API: PATCH /v2/cloudimages/{image_id} with [{\"op\":\"replace\"}]. Then look.", "message": "{name} boots with {hw_firmware_type}" }
        """;

    private const string Public = """{ "id": "not-public", "title": "Nothing is public", "severity": "low", "forbid": { "field": "visibility", "equals": "public" } }""";

    public static string NameOf(int number) => $"image-{number:d4}";

    public static string IdOf(int number) => $"00000000-0000-4000-8000-{number:d12}";

    /// <summary>Lets the built binary write both reports.</summary>
    public static async Task ReportAsync(TempFolder folder)
    {
        await ScanAsync(folder, Report, Enumerable.Range(0, Count));
        await ScanAsync(folder, ReportOfOne, [One]);
    }

    private static async Task ScanAsync(TempFolder folder, string report, IEnumerable<int> numbers)
    {
        var images = string.Concat(numbers.Select(number => Image(number).ToJsonString() + "\n"));
        string[] arguments =
        [
            "scan", "--from", folder.Write(report + ".ndjson", images), "--policies", folder.Write("firmware.policy.json", Policies),
            "--policies", folder.Write("public.policy.json", Public), "--as-of", "2026-01-31T12:00:00Z", "--output", "html=" + folder[report],
        ];
        (await ImsAuditProcess.RunAsync(arguments, workingFolder: folder.Path)).ShouldExit(1);
    }

    private static JsonObject Image(int number) => new()
    {
        ["id"] = IdOf(number),
        ["name"] = NameOf(number),
        ["owner"] = "0f1e2d3c4b5a",
        ["visibility"] = number % 50 == 0 ? "public" : "private",
        ["__imagetype"] = number % 50 == 0 ? "gold" : "private",
        ["hw_firmware_type"] = number % 3 == 0 ? null : "bios",
        ["status"] = "active",
        // The later its name, the older the image.
        ["created_at"] = new DateTime(2025, 12, 31, 0, 0, 0, DateTimeKind.Utc).AddDays(-number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}
