using System.Runtime.CompilerServices;
using System.Text;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Every fault that is tried, and the page that shows them to people.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<(string Title, IReadOnlyList<Fault> Faults)> Groups { get; } =
    [
        ("Connections", [.. ConnectionFaults.All]),
        ("Framing", [.. LengthFaults.All]),
        ("Statuses", [.. StatusFaults.All]),
        ("Bodies", [.. BodyFaults.All]),
        ("Sizes", [.. SizeFaults.All]),
        ("Other origins", [.. OriginFaults.All]),
        ("Paging of /v2/cloudimages, where it differs", [.. CloudPageFaults.All]),
        ("TLS", [.. TlsFaults.All]),
    ];

    public static IEnumerable<Fault> All => Groups.SelectMany(group => group.Faults);

    public static string ReadmeFile([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "README.md");

    public static string Readme()
    {
        var page = new StringBuilder("""
            # What goes wrong on the way, and what becomes of a listing

            Written from the rows in this folder by `IMSAUDIT_UPDATE_GOLDENS=1 dotnet test tests/ImsAudit.Collection.Tests`; a test holds it
            current. Each row is injected between the collector and the simulator in place of the second page: once, and at each request from
            there on. In every case the collection ends within `--timeout`, what came before is kept, nothing reaches another server, no
            credential stands in what is written, and memory stays flat. An incomplete listing exits with 3.

            """.ReplaceLineEndings("\n"));
        foreach (var (title, faults) in Groups)
        {
            page.Append($"\n## {title}\n\n| injected | once | each time | the listing's error says |\n|---|---|---|---|\n");
            foreach (var fault in faults) page.Append($"| {fault.Name} | {Once(fault)} | {EachTime(fault)} | {fault.Says} |\n");
        }
        return page.ToString();
    }

    private static string Once(Fault fault) => fault switch
    {
        { AtConnect: true } => "",
        { Effect: Effect.None } => "complete",
        { Sends: > 1 } => "complete, sent again by .NET itself",
        { Effect: Effect.TriedAgain } => "complete after another try, which is counted",
        _ => "incomplete",
    };

    private static string EachTime(Fault fault) => fault.Effect switch
    {
        Effect.None => "complete",
        Effect.TriedAgain => "incomplete after five tries",
        _ => "incomplete, not asked again",
    };
}
