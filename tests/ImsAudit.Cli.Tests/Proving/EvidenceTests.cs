using ImsAudit.Cli.Tests.Doubles;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Cli.Tests.Proving;

/// <summary>What <c>scan --evidence</c> writes, and when it does not.</summary>
public sealed class EvidenceTests : IDisposable
{
    private static readonly string[] s_always = ["manifest.json", "options.json", "policies.json", "report.html", "result.json", "snapshot.ndjson.gz"];
    private readonly KeptScan _scan = new();

    private App App => _scan.App;

    public void Dispose() => _scan.Dispose();

    [Fact]
    public async Task Evidence_holds_all_that_the_scan_was_made_from_and_what_it_made()
    {
        var run = await _scan.ScanAsync(1, "--waivers", "w.json", "--output", "json=r.json");

        Files().ShouldBe([.. s_always, "waivers.json"], ignoreOrder: true);
        Directory.GetFiles(Path.Combine(_scan.Folder, "policies")).Select(Path.GetFileName).ShouldContain(name => name!.EndsWith("-names.list.json", StringComparison.Ordinal));
        _scan.Read("result.json").ShouldBe(await File.ReadAllTextAsync(App.Folder["r.json"]));
        _scan.Read("waivers.json").ShouldBe(await File.ReadAllTextAsync(App.Folder["w.json"]));
        _scan.Read("report.html").ShouldContain("Gone in April");
        _scan.Read("manifest.json").ShouldContain("\"exitCode\": 1");
        run.Error.ShouldContain("Evidence was kept in ev.");
    }

    [Fact]
    public async Task Result_with_evidence_is_the_result_without()
    {
        App.Folder.Write("sample.json", Texts.Sample);
        foreach (var source in new[] { "s.ndjson", "sample.json" })
        {
            (await App.RunAsync("scan", "--from", source, "--fail-on", "none", "--project", "p1", "--output", "json=without.json", "--output", "text=no.txt", "--save-snapshot", "again.ndjson")).ShouldExit(0);
            (await App.RunAsync("scan", "--from", source, "--fail-on", "none", "--project", "p1", "--output", "json=with.json", "--evidence", "of-" + source)).ShouldExit(0);

            (await File.ReadAllTextAsync(App.Folder["with.json"])).ShouldBe(await File.ReadAllTextAsync(App.Folder["without.json"]));
            (await App.RunAsync("verify", "of-" + source)).ShouldExit(0);
        }
    }

    [Fact]
    public async Task Options_are_kept_as_they_were_given_wherever_that_was()
    {
        App.Folder.Write("imsaudit.json", """{ "failOn": "low", "quiet": true }""");
        await _scan.ScanAsync(1, "--lang", "zh");

        var options = _scan.Read("options.json");
        options.ShouldContain("\"failOn\": \"low\"");
        options.ShouldContain("\"lang\": \"zh\"");
        options.ShouldContain("\"own.good=good\"");
        options.ShouldNotContain("minSeverity");
    }

    [Fact]
    public async Task Where_the_policies_lay_on_this_machine_is_not_told()
    {
        await _scan.ScanAsync(1);

        foreach (var file in Directory.EnumerateFiles(_scan.Folder, "*.json")) (await File.ReadAllTextAsync(file)).ShouldNotContain(App.Folder.Path);
    }

    [Theory]
    [InlineData("full", "the folder is not empty")]
    [InlineData("w.json", "it is a file")]
    [InlineData("nowhere/ev", "the folder cannot be written: there is no such folder")]
    public async Task Folder_that_cannot_be_is_a_mistake_before_anything_is_asked(string folder, string told)
    {
        Directory.CreateDirectory(App.Folder["full"]);
        App.Folder.Write("full/x", "");

        // Asked, this endpoint would make it exit 3.
        var run = (await App.RunAsync("scan", "--endpoint", "http://127.0.0.1:1", "--auth", "none", "--project", "p1", "--evidence", folder)).ShouldExit(2);

        run.Error.ShouldContain(told);
        App.Files.ShouldNotContain(name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--unsorted", "--output", "ndjson=f.ndjson")]
    [InlineData("--output", "json=ev/r.json")]
    [InlineData("--output", "json=ev")]
    [InlineData("--output", "json=-", "--save-snapshot", "ev/s.ndjson")]
    public async Task What_does_not_go_together_is_a_mistake(params string[] more) =>
        (await App.RunAsync(["scan", "--from", "s.ndjson", "--evidence", "ev", .. more])).ShouldExit(2).Error.ShouldContain("--evidence");

    [Fact]
    public async Task Empty_folder_is_filled()
    {
        Directory.CreateDirectory(_scan.Folder);

        await _scan.ScanAsync(1);

        Files().ShouldBe(s_always, ignoreOrder: true);
    }

    [Fact]
    public async Task Scan_that_ends_early_leaves_nothing()
    {
        var before = App.Files;
        App.Folder.Write("t.html", "{{ nothing_like_this }}");
        App.Folder.Write("broken.ndjson", "no images");

        (await App.RunAsync("scan", "--from", "broken.ndjson", "--evidence", "ev")).ShouldExit(2);
        (await App.RunAsync("scan", "--from", "s.ndjson", "--evidence", "ev", "--output", "html=r.html", "--template", "t.html")).ShouldExit(2);

        App.Files.ShouldBe([.. before, "broken.ndjson", "t.html"], ignoreOrder: true);
    }

    [Fact]
    public async Task Interrupted_scan_leaves_nothing()
    {
        var before = App.Files;
        using var interrupt = new CancellationTokenSource();
        (App.Cancellation, App.Clock) = (interrupt.Token, new InterruptingClock(interrupt, at: 2));

        // The clock is asked when the scan begins, and then for the snapshot, which is not written.
        (await App.RunAsync("scan", "--from", "s.ndjson", "--evidence", "ev")).ShouldExit(130);

        App.Files.ShouldBe(before);
    }

    private sealed class InterruptingClock(CancellationTokenSource interrupt, int at) : FakeTimeProvider(Doubles.App.Now)
    {
        private int _asked;

        public override DateTimeOffset GetUtcNow()
        {
            if (++_asked == at) interrupt.Cancel();
            return base.GetUtcNow();
        }
    }

    private List<string?> Files() => [.. Directory.GetFiles(_scan.Folder).Select(Path.GetFileName)];
}
