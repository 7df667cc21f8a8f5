using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Proving;

/// <summary>Evidence is proven, or it is told what differs and where.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly KeptScan _scan = new();

    public void Dispose() => _scan.Dispose();

    public static TheoryData<string[]> Scans =>
    [
        [], ["--waivers", "w.json"], ["--lang", "zh"], ["--min-severity", "high", "--fail-on", "critical"], ["--as-of", "2026-02-01"], ["--run-id", "r"],
        ["--policy", "o*", "--on-error", "warn"], ["--show-waived", "--csv-bom"],
    ];

    [Theory]
    [MemberData(nameof(Scans))]
    public async Task Evidence_is_proven_from_itself_alone(string[] options)
    {
        (await _scan.App.RunAsync(["scan", "--from", "s.ndjson", "--policies", "policies", "--pack", "mine", "--param", "own.good=good", "--evidence", "ev", .. options])).Error.ShouldContain("Evidence was kept");
        foreach (var gone in new[] { "s.ndjson", "w.json" }) File.Delete(_scan.App.Folder[gone]);
        Directory.Delete(_scan.App.Folder["policies"], recursive: true);

        var run = await _scan.VerifyAsync(0);

        run.Output.ShouldContain("PROVEN: all ");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Baseline_and_history_are_proven_though_the_history_went_on()
    {
        await Scan("2026-01-01", exitCode: 1, "--output", "json=before.json");
        await Scan("2026-02-01", exitCode: 1, "--baseline", "before.json", "--max-age", "high=7d", "--fail-on-new", "--output", "text=no.txt", "--evidence", "ev");
        _scan.Read("result.json").ShouldContain("\"firstSeen\": \"2026-01-01T00:00:00Z\"");
        _scan.Read("result.json").ShouldContain("\"new\": true");
        File.Delete(_scan.App.Folder["h.db"]);

        (await _scan.VerifyAsync(0)).Output.ShouldContain("it is taken from result.json");

        async Task Scan(string asOf, int exitCode, params string[] more)
        {
            if (asOf == "2026-02-01") _scan.App.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","name":"webserver","x":"bad"}""", """{"id":"i9","name":"new one","x":"bad"}"""));
            (await _scan.App.RunAsync(["scan", "--from", "s.ndjson", "--policies", "policies", "--param", "own.good=good", "--history", "h.db", "--as-of", asOf, .. more])).Everything.ShouldNotContain("fault");
        }
    }

    [Fact]
    public async Task Incomplete_scan_is_proven_to_be_incomplete()
    {
        _scan.App.Folder.Write("s.ndjson", SnapshotText.Broken("""{"id":"i1","x":"bad"}"""));
        await _scan.ScanAsync(3);

        (await _scan.VerifyAsync(0)).Output.ShouldContain("INCOMPLETE, exit code 3.");
    }

    [Theory]
    [InlineData("report.html", "</html>", "</html> ")]
    [InlineData("result.json", "\"high\"", "\"info\"")]
    [InlineData("options.json", "mine", "none")]
    [InlineData("policies.json", "own", "owm")]
    [InlineData("waivers.json", "i3", "i1")]
    public async Task File_that_was_changed_is_named(string file, string from, string to)
    {
        await _scan.ScanAsync(1, "--waivers", "w.json");
        _scan.Change(file, from, to);

        (await _scan.VerifyAsync(1)).Output.ShouldMatch($"\n?{file} (was changed: its SHA-256 is|has [0-9,]+ bytes, and the manifest says)");
    }

    [Fact]
    public async Task Snapshot_and_policies_are_held_against_the_manifest_too()
    {
        await _scan.ScanAsync(1);
        var policy = Directory.GetFiles(Path.Combine(_scan.Folder, "policies"))[^1];
        await File.AppendAllTextAsync(policy, " ");
        await File.AppendAllTextAsync(Path.Combine(_scan.Folder, "snapshot.ndjson.gz"), "x");

        var output = (await _scan.VerifyAsync(1)).Output;

        output.ShouldContain($"policies/{Path.GetFileName(policy)} has ");
        output.ShouldContain("snapshot.ndjson.gz has ");
        output.ShouldContain("The scan was not made again");
        output.ShouldContain("NOT PROVEN: 2 differences.");
    }

    [Fact]
    public async Task Missing_and_added_files_are_named()
    {
        await _scan.ScanAsync(1);
        File.Delete(Path.Combine(_scan.Folder, "options.json"));
        File.WriteAllText(Path.Combine(_scan.Folder, "policies", "more.policy.json"), "{}");
        File.WriteAllText(Path.Combine(_scan.Folder, ".hidden\u001b[31m"), "");

        var output = (await _scan.VerifyAsync(1)).Output;

        output.ShouldContain("options.json is missing.");
        output.ShouldContain("policies/more.policy.json is there, and the manifest does not tell of it.");
        output.ShouldContain(@".hidden\u001b[31m is there");
    }

    [Fact]
    public async Task Empty_folder_that_was_added_is_named()
    {
        await _scan.ScanAsync(1);
        Directory.CreateDirectory(Path.Combine(_scan.Folder, "more", "below"));

        (await _scan.VerifyAsync(1)).Output.ShouldContain("more/below is an empty folder, and evidence has none.");
    }

    /// <summary>Reading a pipe would never end.</summary>
    [Theory]
    [InlineData("report.html", 1, "report.html has 0 bytes")]
    [InlineData("result.json", 1, "result.json has 0 bytes")]
    [InlineData("options.json", 1, "options.json has 0 bytes")]
    [InlineData("manifest.json", 2, "manifest.json is empty, or no file.")]
    public async Task Pipe_in_a_files_place_is_named_and_not_read(string name, int exitCode, string sentence)
    {
        await _scan.ScanAsync(1);
        File.Delete(Path.Combine(_scan.Folder, name));
        using (var made = System.Diagnostics.Process.Start("mkfifo", [Path.Combine(_scan.Folder, name)])) await made.WaitForExitAsync();

        (await _scan.VerifyAsync(exitCode).WaitAsync(TimeSpan.FromMinutes(1))).Everything.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("result.json")]
    [InlineData("snapshot.ndjson.gz")]
    [InlineData("policies")]
    public async Task Link_is_told_and_not_followed_though_the_same_lies_behind_it(string name)
    {
        await _scan.ScanAsync(1);
        var (path, elsewhere) = (Path.Combine(_scan.Folder, name), _scan.App.Folder["elsewhere"]);
        if (Directory.Exists(path)) Directory.Move(path, elsewhere);
        else File.Move(path, elsewhere);
        File.CreateSymbolicLink(path, elsewhere);

        var output = (await _scan.VerifyAsync(1)).Output;

        output.ShouldContain($"{name} is a link, and evidence has files only.");
        output.ShouldNotContain("is missing");
    }

    // Whoever changes a file may change the manifest too: then the scan that is made again tells.
    [Theory]
    [InlineData("report.html", "webserver", "innocent1")]
    [InlineData("result.json", "\"actual\": \"bad\"", "\"actual\": \"mad\"")]
    [InlineData("result.json", "\"exitCode\": 1", "\"exitCode\": 0")]
    [InlineData("options.json", "own.good=good", "own.good=bad")]
    [InlineData("options.json", "\"pack\": \"mine\"", "\"failOn\": \"none\"")]
    [InlineData("waivers.json", "i3", "i1")]
    public async Task Change_that_a_forged_manifest_hides_is_told_by_the_scan_that_is_made_again(string file, string from, string to)
    {
        await _scan.ScanAsync(1, "--waivers", "w.json");
        _scan.Change(file, from, to);
        await _scan.ForgeManifestAsync();

        (await _scan.VerifyAsync(1)).Output.ShouldMatch("(result.json|report.html|manifest.json) is made otherwise from line [0-9]+ on when the scan is made again");
    }

    [Fact]
    public async Task Moment_of_the_options_is_the_moment_of_the_result()
    {
        await _scan.ScanAsync(1, "--as-of", "2026-02-27");
        _scan.Change("options.json", "2026-02-27", "2026-02-20");
        await _scan.ForgeManifestAsync();

        (await _scan.VerifyAsync(1)).Output.ShouldContain("options.json says --as-of 2026-02-20T00:00:00Z, and the result was judged as of 2026-02-27T00:00:00Z");
    }

    [Theory]
    [InlineData("\"exitCode\": 1", "\"exitCode\": 0")]
    [InlineData("\"complete\": true", "\"complete\": null")]
    [InlineData("\"asOf\": \"2026-03-01", "\"asOf\": \"2026-03-02")]
    public async Task Manifest_itself_is_made_again(string from, string to)
    {
        await _scan.ScanAsync(1);
        _scan.Change("manifest.json", from, to);

        (await _scan.VerifyAsync(1)).Output.ShouldContain("manifest.json is made otherwise from line ");
    }

    [Theory]
    [InlineData("options.json", "\"pack\": \"mine\"", "\"nope\": \"mine\"", "unknown key \"nope\"")]
    [InlineData("options.json", "\"mine\"", "\"yours\"", "there is no such pack")]
    [InlineData("policies.json", "\"kept\": \"policies/002-", "\"kept\": \"../002-", "which lies outside the folder")]
    [InlineData("waivers.json", "\"reason\"", "\"raison\"", "raison")]
    [InlineData("result.json", "\"schema\"", "\"scheme\"", "result.json cannot be read: result.json:")]
    public async Task Forged_file_that_makes_no_scan_is_told(string file, string from, string to, string told)
    {
        await _scan.ScanAsync(1, "--waivers", "w.json");
        if (file != "result.json") _scan.Change(file, from, to);
        await _scan.ForgeManifestAsync();
        if (file == "result.json") _scan.Change(file, from, to);

        (await _scan.VerifyAsync(1)).Output.ShouldContain(told);
    }

    [Fact]
    public async Task Another_version_is_told_and_what_comes_out_the_same_is_proven_all_the_same()
    {
        await _scan.ScanAsync(1);
        _scan.Change("result.json", $"\"version\": \"{Product.Version}\"", "\"version\": \"0.0.9\"");
        (await _scan.App.RunAsync("report", "ev/result.json", "--output", "html=report.html", "--show-waived")).ShouldExit(0);
        File.Move(_scan.App.Folder["report.html"], Path.Combine(_scan.Folder, "report.html"), overwrite: true);
        await _scan.ForgeManifestAsync();

        var output = (await _scan.VerifyAsync(0)).Output;

        output.ShouldContain($"It was made by imsaudit 0.0.9, and this is imsaudit {Product.Version}");
        output.ShouldContain("PROVEN");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{ "imsaudit": "evidence/9", "tool": { "name": "imsaudit", "version": "1" }, "files": [] }""")]
    public async Task Folder_without_a_manifest_that_is_one_is_no_evidence(string manifest)
    {
        Directory.CreateDirectory(_scan.Folder);
        if (manifest.Length > 0) File.WriteAllText(Path.Combine(_scan.Folder, "manifest.json"), manifest);

        (await _scan.VerifyAsync(2)).Error.ShouldContain("ev is no evidence folder: manifest.json");
        (await _scan.App.RunAsync("verify", "absent")).ShouldExit(2).Error.ShouldContain("absent is no evidence folder: there is no such folder.");
        (await _scan.App.RunAsync("verify", "w.json")).ShouldExit(2).Error.ShouldContain("w.json is no evidence folder: it is a file.");
    }

    [Fact]
    public async Task Manifest_that_leads_out_of_the_folder_is_none()
    {
        await _scan.ScanAsync(1);
        _scan.Change("manifest.json", "\"path\": \"result.json\"", "\"path\": \"../s.ndjson\"");
        (await _scan.VerifyAsync(2)).Error.ShouldContain("'../s.ndjson'");

        File.Move(Path.Combine(_scan.Folder, "manifest.json"), _scan.App.Folder["m.json"]);
        File.CreateSymbolicLink(Path.Combine(_scan.Folder, "manifest.json"), _scan.App.Folder["m.json"]);
        (await _scan.VerifyAsync(2)).Error.ShouldContain("manifest.json is a link");
    }
}
