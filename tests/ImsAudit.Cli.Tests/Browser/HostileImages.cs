using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Browser;

/// <summary>Images whose every text tries to become something else in a browser; what gets through sets <c>window.pwned</c>.</summary>
internal static class HostileImages
{
    public const string Report = "hostile.html";

    public static readonly string[] Texts =
    [
        "<script>window.pwned=1;alert(1)</script>",
        "\"><img src=x onerror=window.pwned=1>",
        "'><img src=x onerror=window.pwned=1>",
        "</title><svg onload=window.pwned=1>",
        "</style><script>window.pwned=1</script>",
        "</code></td></tr></table><iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
        "\" onmouseover=\"window.pwned=1\" autofocus onfocus=\"window.pwned=1\" x=\"",
        "<a href=\"javascript:window.pwned=1\">look</a>",
        "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example/\">",
        "<base href=\"https://evil.example/\"><link rel=stylesheet href=//evil.example/x.css>",
        "<style>@import url(https://evil.example/x.css);*{display:none}</style>",
        "<form action=https://evil.example/><input name=q autofocus onfocus=window.pwned=1></form>",
        "--><!--><script>window.pwned=1</script>-->",
        "<![CDATA[<script>window.pwned=1</script>]]>",
        "&lt;script&gt;window.pwned=1&lt;/script&gt;",
        "&#60;script&#62;window.pwned=1&#60;/script&#62;",
        "javascript:window.pwned=1",
        "{{ 7 * 7 }}{% raw %}${window.pwned=1}",
        "line\none\r\ntwo\u2028three\u0000four",
        "\u202egnp.exe\u2066\u200b",
        "esc\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u001b[2J",
        new('W', 5000),
    ];

    /// <summary>What brings texts of images into a report: messages, actual values, and the names and keys of groups.</summary>
    private static readonly string[] s_policies =
    [
        """{ "id": "firmware", "title": "Images boot with UEFI", "severity": "high", "require": { "field": "hw_firmware_type", "equals": "uefi" }, "message": "{name} boots with {hw_firmware_type}" }""",
        """{ "id": "good-name", "title": "Names are good", "severity": "low", "require": { "field": "name", "equals": "good" } }""",
        """{ "id": "good-version", "title": "Versions are good", "severity": "info", "require": { "field": "__os_version", "equals": "good" } }""",
        """{ "id": "no-platform", "title": "Nothing has a platform", "severity": "medium", "group": { "by": ["__platform"], "require": { "count": { "atMost": 0 } } } }""",
    ];

    /// <summary>Lets the built binary judge them and write <see cref="Report"/>.</summary>
    public static async Task ReportAsync(TempFolder folder)
    {
        var images = string.Concat(Texts.Select((text, number) => Image(text, number).ToJsonString() + "\n"));
        string[] arguments = ["scan", "--from", folder.Write("hostile.ndjson", images), .. PoliciesIn(folder), "--output", "html=" + folder[Report]];
        (await ImsAuditProcess.RunAsync(arguments, workingFolder: folder.Path)).ShouldExit(1);
    }

    /// <summary>Options that name the policies.</summary>
    public static IEnumerable<string> PoliciesIn(TempFolder folder) =>
        s_policies.SelectMany((policy, number) => new[] { "--policies", folder.Write($"{number}.policy.json", policy) });

    public static JsonObject Image(string text, int number) => new()
    {
        ["id"] = number % 2 == 0 ? $"id-{number}" : $"id-{number}{text}",
        ["name"] = text,
        ["owner"] = text,
        ["visibility"] = "private",
        ["__imagetype"] = "private",
        ["__platform"] = text,
        ["__os_version"] = text,
        ["hw_firmware_type"] = text,
        ["status"] = "active",
        ["tags"] = new JsonArray(text),
        [text] = text,
    };
}
