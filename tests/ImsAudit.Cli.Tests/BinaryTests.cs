using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests;

/// <summary>The built program as people and pipelines run it.</summary>
public sealed class BinaryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public BinaryTests() => _folder.Write("sample.json", Texts.Sample);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("high", 0)]
    [InlineData("medium", 1)]
    public async Task Scan_of_the_sample_exits_by_the_gate(string failOn, int exitCode)
    {
        var run = await RunAsync("scan", "--from", "sample.json", "--policy", "must-be-uefi", "--output", "json=-", "--fail-on", failOn);

        run.ShouldExit(exitCode).Output.ShouldStartWith("{\n");
        run.Output.ShouldEndWith("}\n");
    }

    [Theory]
    [InlineData("2026-12-31", 0, 0)]
    [InlineData("2026-12-30", 1, 1)]
    public async Task Waiver_opens_the_gate_until_its_last_day(string expires, int scanned, int linted)
    {
        _folder.Write("w.json", $$"""{ "waivers": [{ "policy": "must-be-uefi", "name": "*", "reason": "r", "owner": "o", "expires": "{{expires}}" }] }""");
        string[] options = ["--from", "sample.json", "--policy", "must-be-uefi", "--waivers", "w.json", "--as-of", "2026-12-31T23:59:59Z"];

        (await RunAsync(["scan", .. options, "--fail-on", "medium"])).ShouldExit(scanned);
        (await RunAsync(["waivers", "lint", .. options])).ShouldExit(linted);
    }

    [Fact]
    public async Task Standard_input_is_read() =>
        (await ImsAuditProcess.RunAsync(["scan", "--from", "-", "--fail-on", "none"], standardInput: Texts.Sample, workingFolder: _folder.Path)).ShouldExit(0);

    [Fact]
    public async Task Wrong_command_line_exits_2_and_names_relative_paths_as_they_were_given()
    {
        (await RunAsync("scan", "--nonsense")).ShouldExit(2);
        (await RunAsync("scan", "--from", "absent.json")).ShouldExit(2).Error.ShouldStartWith("absent.json: ");
    }

    [Fact]
    public async Task Demo_writes_into_the_working_folder()
    {
        (await RunAsync("demo")).ShouldExit(0);

        File.Exists(_folder["imsaudit-demo.html"]).ShouldBeTrue();
        File.Exists(_folder["imsaudit-demo.md"]).ShouldBeTrue();
    }

    [Fact]
    public async Task Policies_of_ones_own_are_held_against_the_schema()
    {
        // The schema library works by reflection, of which a native binary keeps only what it was told to keep.
        _folder.Write("good.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        (await RunAsync("policy", "validate", ".")).ShouldExit(0);

        _folder.Write("wrong.policy.json", Texts.Policy(""" "require": { "field": "x", "equal": "good" } """, id: "wrong"));
        (await RunAsync("policy", "validate", ".")).ShouldExit(2).Error.ShouldContain("wrong.policy.json:");
    }

    [Fact]
    public async Task Scans_are_stored_in_a_history_listed_counted_and_exported()
    {
        // SQLite is a library of its own beside the binary, and Parquet knows its types by reflection.
        string[] scan = ["scan", "--from", "sample.json", "--policy", "must-be-uefi", "--fail-on", "none", "--history", "h.db", "--output", "json=r.json"];
        foreach (var moment in new[] { "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z" })
            (await RunAsync([.. scan, "--as-of", moment, "--run-id", moment])).ShouldExit(0);

        (await RunAsync("history", "list", "--history", "h.db")).ShouldExit(0).Output.ShouldContain("2026-01-02");
        (await RunAsync("history", "show", "--history", "h.db", "2026-01-02T00:00:00Z")).ShouldExit(0).Output.ShouldContain("must-be-uefi");
        (await RunAsync("history", "trend", "--history", "h.db", "--as-of", "2026-01-03")).ShouldExit(0);
        (await RunAsync("history", "export", "out", "--history", "h.db")).ShouldExit(0);
        foreach (var table in Directory.EnumerateFiles(_folder["out"], "*.parquet")) File.ReadAllBytes(table)[^4..].ShouldBe("PAR1"u8.ToArray(), table);
        Directory.EnumerateFiles(_folder["out"], "*.parquet").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Clouds_of_a_yaml_file_are_read()
    {
        _folder.Write("clouds.yaml", "clouds: { prod: { auth_type: none, image_endpoint_override: 'http://127.0.0.1:1', region_name: here } }");

        (await RunAsync("collect", "--cloud", "prod", "--category", "public", "--out", "s.ndjson", "--timeout", "1s")).ShouldExit(3).Error.ShouldContain("127.0.0.1:1");
        (await RunAsync("collect", "--cloud", "pord", "--out", "s.ndjson")).ShouldExit(2).Error.ShouldContain("prod");
    }

    [Fact]
    public async Task Templates_have_the_functions_that_the_library_reaches_by_reflection()
    {
        _folder.Write("own.txt", """{{ if object.has_key run "id" }}{{ "abc" | string.slice 1 }} {{ date.parse "2026-01-02" | date.to_string "%F" }}{{ end }}""");

        (await RunAsync("scan", "--from", "sample.json", "--fail-on", "none", "--template", "own.txt", "--output", "text=-")).ShouldExit(0).Output.ShouldStartWith("bc 2026-01-02");
    }

    [Fact]
    public async Task Evidence_is_proven()
    {
        (await RunAsync("scan", "--from", "sample.json", "--fail-on", "none", "--evidence", "ev")).ShouldExit(0);

        (await RunAsync("verify", "ev")).ShouldExit(0).Output.ShouldContain("PROVEN");
    }

    [Theory]
    [InlineData("policy", "list")]
    [InlineData("template", "list")]
    [InlineData("template", "docs")]
    [InlineData("policy", "show", "must-be-uefi")]
    [InlineData("policy", "schema")]
    [InlineData("policy", "docs", "builtin:")]
    [InlineData("policy", "lint", "builtin:")]
    [InlineData("policy", "test", "builtin:")]
    [InlineData("fields")]
    [InlineData("--help")]
    [InlineData("scan", "--help")]
    [InlineData("scan", "--from", "sample.json", "--fail-on", "none", "--output", "sarif=a", "--output", "junit=b", "--output", "ocsf=c", "--output", "ndjson=d")]
    [InlineData("explain", "--from", "sample.json", "--policy", "must-be-uefi", "--image", "bc6bed6e-ba3a-4447-afcc-449174a3eb52")]
    [InlineData("scan", "--from", "sample.json", "--fail-on", "none", "--output", "html=a", "--output", "markdown=b", "--output", "csv=c", "--output", "text=-")]
    public async Task Every_command_runs(params string[] arguments) => (await RunAsync(arguments)).ShouldExit(0).Error.ShouldNotContain("fault");

    [UnixFact]
    public async Task Closed_pipe_is_no_stack_trace_and_the_gate_holds()
    {
        var run = await ShellAsync("\"$0\" scan --from sample.json --policy must-be-uefi --fail-on medium | head -c 1 >/dev/null; echo \"exit ${PIPESTATUS[0]}\"");

        run.Output.ShouldContain("exit 1");
        run.Error.ShouldNotContain("   at ");
        run.Error.ShouldNotContain("Internal fault");
    }

    [UnixFact]
    public async Task Interrupt_exits_130_and_leaves_no_file_behind()
    {
        // The program waits for standard input that never comes; the shell sends it what Ctrl+C would.
        var run = await ShellAsync("""
            set -m
            mkfifo never; exec 3<>never
            "$0" scan --from - --output json=r.json <never & pid=$!
            until ls -A | grep -q tmp; do sleep 0.05; done
            kill -INT $pid; wait $pid; echo "exit $?"
            """);

        run.Output.ShouldContain("exit 130");
        Directory.EnumerateFiles(_folder.Path, "*tmp*").ShouldBeEmpty();
    }

    private Task<ImsAuditRun> RunAsync(params string[] arguments) => ImsAuditProcess.RunAsync(arguments, workingFolder: _folder.Path);

    private async Task<ImsAuditRun> ShellAsync(string script)
    {
        var start = ImsAuditBinary.StartInfo(_folder.Path);
        var program = start.ArgumentList.Count == 0 ? start.FileName : start.ArgumentList[0];
        start.ArgumentList.Clear();
        (start.FileName, start.RedirectStandardOutput, start.RedirectStandardError) = ("bash", true, true);
        foreach (var argument in new[] { "-c", script, program }) start.ArgumentList.Add(argument);
        using var shell = System.Diagnostics.Process.Start(start)!;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return new ImsAuditRun(shell.ExitCode, await output, await error);
    }
}

/// <summary>Runs where there is a POSIX shell.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash")) Skip = "There is no bash here.";
        else if (Environment.GetEnvironmentVariable("IMSAUDIT_BINARY")?.EndsWith(".dll", StringComparison.Ordinal) == true) Skip = "A shell runs programs, not assemblies.";
    }
}
