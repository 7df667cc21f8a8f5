using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Reporting.Formats;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Cli.Tests.Samples;

/// <summary>The reports in <c>reports-templates/samples</c> are what is written today. IMSAUDIT_UPDATE_GOLDENS=1 writes them anew.</summary>
public sealed class SamplesTests : IDisposable
{
    private const string Update = "IMSAUDIT_UPDATE_GOLDENS";
    private const int MostBytes = 2_000_000;

    // Some hours after the snapshot was collected.
    private static readonly DateTimeOffset s_day = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly string s_folder = Path.Combine(ImsAuditBinary.RepositoryRoot, "reports-templates", "samples");

    private readonly App _app = new() { Clock = new FakeTimeProvider(s_day) };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Samples_are_what_is_written_today()
    {
        var outputs = ReportFormats.All.SelectMany(format => new[] { "--output", $"{format.Name}={NameOf(format)}" });
        (await _app.RunAsync(["scan", "--from", Path.Combine(s_folder, "estate.ndjson.gz"), "--policy", "*", "--min-severity", "medium", "--as-of", "2026-11-24T12:00:00Z", "--run-id", "sample", .. outputs])).ShouldExit(1);
        var update = IsUpdate();
        var stale = new List<string>();
        foreach (var name in ReportFormats.All.Select(NameOf))
        {
            var (written, sample) = (await File.ReadAllBytesAsync(_app.Folder[name]), Path.Combine(s_folder, name));
            if (update) await File.WriteAllBytesAsync(sample, written);
            var kept = File.Exists(sample) ? await File.ReadAllBytesAsync(sample) : [];
            if (!written.SequenceEqual(kept)) stale.Add(name);
        }

        stale.ShouldBeEmpty($"{Update}=1 dotnet test tests/ImsAudit.Cli.Tests --filter FullyQualifiedName~SamplesTests writes them anew.");
    }

    [Fact]
    public void Samples_are_all_there_is_and_stay_small()
    {
        var files = new DirectoryInfo(s_folder).GetFiles();

        files.Select(file => file.Name).ShouldBe([.. ReportFormats.All.Select(NameOf), "README.md", "estate.ndjson.gz", ".gitattributes"], ignoreOrder: true);
        files.Sum(file => file.Length).ShouldBeLessThan(MostBytes);
        foreach (var format in ReportFormats.All) File.ReadAllText(Path.Combine(s_folder, "README.md")).ShouldContain($"| [{NameOf(format)}]({NameOf(format)}) | `{format.Name}`");
    }

    private static string NameOf(ReportFormat format) => "report" + format.Extension;

    private static bool IsUpdate()
    {
        if (Environment.GetEnvironmentVariable(Update) != "1") return false;
        Environment.GetEnvironmentVariable("CI").ShouldBeNullOrEmpty("Samples are not updated where nobody looks at them.");
        return true;
    }
}
