using System.Text.Json;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary>A collection that was interrupted goes on with the listings that had not ended.</summary>
public sealed class ResumeTests : IDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };
    private volatile Func<SimulatedRequest, SimulatedResponse?> _intercept = _ => null;

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("s.ndjson")]
    [InlineData("s.ndjson.gz")]
    public async Task Incomplete_collection_asks_again_only_for_what_failed(string file)
    {
        await using var server = Start();
        (await CollectAsync(server, "-o", "whole.ndjson")).ShouldExit(0);
        _intercept = request => Asks(request, "__imagetype=market") ? SimulatedResponse.Text(403, "no") : null;
        (await CollectAsync(server, "-o", file)).ShouldExit(3).Error.ShouldContain($"{file}.partial stays: \"imsaudit collect --resume {file}\"");
        _app.Files.ShouldBe([file, $"{file}.partial", "whole.ndjson"], ignoreOrder: true);
        _intercept = _ => null;
        var before = server.Requests.Count;

        var run = (await CollectAsync(server, "--resume", file)).ShouldExit(0);

        run.Error.ShouldContain("not asked again: 5.");
        server.Requests.Skip(before).ShouldAllBe(request => request.PathAndQuery.Contains("__imagetype=market"));
        _app.Files.ShouldBe([file, "whole.ndjson"], ignoreOrder: true);
        (await IdsAsync(file)).ShouldBe(await IdsAsync("whole.ndjson"));
        (await _app.RunAsync("scan", "--from", file, "--fail-on", "none")).ShouldExit(0);
    }

    [Fact]
    public async Task Newer_listing_goes_on_as_the_other_does_and_not_with_it()
    {
        await using var server = Start();
        (await CollectAsync(server, "-o", "whole.ndjson", "--api", "cloudimages")).ShouldExit(0);
        _intercept = request => Asks(request, "__imagetype=market") && Asks(request, "marker=") ? SimulatedResponse.Text(403, "no") : null;
        (await CollectAsync(server, "-o", "s.ndjson", "--api", "cloudimages")).ShouldExit(3);
        _intercept = _ => null;
        var before = server.Requests.Count;

        (await CollectAsync(server, "--resume", "s.ndjson", "--api", "ims")).ShouldExit(2).Error.ShouldContain("--api was cloudimages, and is ims now.");
        (await CollectAsync(server, "--resume", "s.ndjson", "--api", "cloudimages")).ShouldExit(0).Error.ShouldContain("not asked again: 5.");

        server.Requests.Skip(before).ShouldAllBe(request => request.PathAndQuery.StartsWith("/v2/cloudimages?__imagetype=market"));
        (await IdsAsync("s.ndjson")).ShouldBe(await IdsAsync("whole.ndjson"));
    }

    [Fact]
    public async Task Configured_file_is_gone_on_with_unless_the_command_line_names_another()
    {
        await using var server = Start();
        _intercept = request => Asks(request, "__imagetype=market") ? SimulatedResponse.Text(403, "no") : null;
        (await CollectAsync(server, "-o", "s.ndjson")).ShouldExit(3);
        _intercept = _ => null;
        _app.Folder.Write("imsaudit.json", """{ "resume": "s.ndjson" }""");

        (await CollectAsync(server, "-o", "other.ndjson")).ShouldExit(0).Error.ShouldNotContain("not asked again");
        (await CollectAsync(server)).ShouldExit(0).Error.ShouldContain("not asked again: 5.");

        _app.Files.ShouldBe(["imsaudit.json", "other.ndjson", "s.ndjson"]);
        (await IdsAsync("s.ndjson")).ShouldBe(await IdsAsync("other.ndjson"));
    }

    [Fact]
    public async Task Interrupted_collection_keeps_what_came_and_goes_on()
    {
        await using var server = Start();
        (await CollectAsync(server, "-o", "whole.ndjson")).ShouldExit(0);
        using var interrupt = new CancellationTokenSource();
        _intercept = request =>
        {
            // The market comes last of all, and never whole.
            if (Asks(request, "__imagetype=market") && Asks(request, "marker=")) interrupt.Cancel();
            return null;
        };
        _app.Cancellation = interrupt.Token;

        var run = (await CollectAsync(server, "-o", "s.ndjson", "--concurrency", "1")).ShouldExit(130);

        run.Error.ShouldContain("What was collected stays in s.ndjson.partial");
        _app.Files.ShouldBe(["s.ndjson.partial", "whole.ndjson"]);
        (_app.Cancellation, _intercept) = (default, _ => null);
        (await CollectAsync(server, "--resume", "s.ndjson")).ShouldExit(0);
        (await IdsAsync("s.ndjson")).ShouldBe(await IdsAsync("whole.ndjson"));
        _app.Files.ShouldBe(["s.ndjson", "whole.ndjson"]);
    }

    [Fact]
    public async Task Other_collection_than_the_interrupted_one_exits_2_and_says_what_differs()
    {
        await using var server = Start();
        await using var other = Start();
        _intercept = request => Asks(request, "__imagetype=market") ? SimulatedResponse.Text(403, "no") : null;
        (await CollectAsync(server, "-o", "s.ndjson", "--filter", "status=active")).ShouldExit(3);
        var partial = File.ReadAllBytes(_app.Folder["s.ndjson.partial"]);

        var run = (await CollectAsync(other, "--resume", "s.ndjson", "--category", "private", "--api", "ims")).ShouldExit(2);

        run.Error.ShouldContain("s.ndjson.partial is of another collection than this one");
        run.Error.ShouldContain($"at {server.Endpoint}v2/images was collected from, and is not now.");
        run.Error.ShouldContain($"at {other.Endpoint}v2/images was not collected from, and is now.");
        run.Error.ShouldContain("--category was private, shared-pending, shared-accepted, shared-rejected, public, market, and is private now.");
        run.Error.ShouldContain("--filter was status=active, and is not given now.");
        run.Error.ShouldContain("--api was auto, and is ims now.");
        File.ReadAllBytes(_app.Folder["s.ndjson.partial"]).ShouldBe(partial);
        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_to_go_on_with_exits_2()
    {
        await using var server = Start();
        _app.Folder.Write("x.ndjson.partial", "something else");
        _app.Folder.Write("sample.json", Texts.Sample);

        (await CollectAsync(server, "--resume", "s.ndjson")).ShouldExit(2).Error.ShouldContain("There is no s.ndjson.partial to go on with");
        (await CollectAsync(server, "--resume", "x.ndjson")).ShouldExit(2).Error.ShouldContain("x.ndjson.partial: It holds no collection");
        (await CollectAsync(server, "--resume", "s.ndjson", "-o", "t.ndjson")).ShouldExit(2).Error.ShouldContain("takes no other --out");
        (await CollectAsync(server, "--resume", "-")).ShouldExit(2).Error.ShouldContain("--resume needs a file");
        (await _app.RunAsync("collect", "--resume", "s.ndjson", "--from", "sample.json")).ShouldExit(2).Error.ShouldContain("--from asks none");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sign_in_that_fails_leaves_the_partial_file_as_it_was()
    {
        await using var server = Start(new() { RequireToken = true, Intercept = request => _intercept(request) });
        _app.Environment["OS_AUTH_URL"] = $"{server.Endpoint}v3";
        _app.Environment["OS_USERNAME"] = server.User;
        _app.Environment["OS_PASSWORD"] = server.Password;
        _app.Environment["OS_PROJECT_ID"] = server.Estate.Projects[0].Id;
        _intercept = request => Asks(request, "__imagetype=market") ? SimulatedResponse.Text(403, "no") : null;
        (await _app.RunAsync("collect", "-o", "s.ndjson", "--rate", "1000")).ShouldExit(3);
        var partial = File.ReadAllBytes(_app.Folder["s.ndjson.partial"]);
        _app.Environment["OS_PASSWORD"] = "wrong";

        (await _app.RunAsync("collect", "--resume", "s.ndjson", "--rate", "1000")).ShouldExit(3).Error.ShouldContain("s.ndjson.partial is as it was.");

        File.ReadAllBytes(_app.Folder["s.ndjson.partial"]).ShouldBe(partial);
        (_app.Environment["OS_PASSWORD"], _intercept) = (server.Password, _ => null);
        (await _app.RunAsync("collect", "--resume", "s.ndjson", "--rate", "1000")).ShouldExit(0);
        (await _app.RunAsync("scan", "--from", "s.ndjson", "--fail-on", "none")).ShouldExit(0);
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldNotContain(server.Password);
    }

    [Fact]
    public async Task Binary_that_was_killed_in_the_middle_loses_nothing_and_doubles_nothing()
    {
        var reached = new TaskCompletionSource();
        using var killed = new ManualResetEventSlim();
        await using var server = Start();
        // One request after the other, so that their number is the same each time.
        (await CollectAsync(server, "-o", "whole.ndjson", "--concurrency", "1")).ShouldExit(0);
        var undisturbed = server.Requests.Count;
        _intercept = request =>
        {
            if (server.Requests.Count != (2 * undisturbed) - 1) return null;
            // Only the last answer is missing.
            reached.TrySetResult();
            killed.Wait();
            return null;
        };
        using (var process = Binary("collect", ["-o", "s.ndjson", "--concurrency", "1", .. Options(server)]))
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(3));
            // The ends of the other listings may still be on their way to the disk.
            while (new FileInfo(_app.Folder["s.ndjson.partial"]).Length < 2000) await Task.Delay(10);
            process.Kill();
            await process.WaitForExitAsync();
            killed.Set();
        }
        _intercept = _ => null;
        File.Exists(_app.Folder["s.ndjson"]).ShouldBeFalse();
        var before = server.Requests.Count;

        (await ImsAuditProcess.RunAsync(["collect", "--resume", "s.ndjson", "--concurrency", "1", .. Options(server)], workingFolder: _app.Folder.Path)).ShouldExit(0);

        (server.Requests.Count - before).ShouldBeLessThan(undisturbed);
        (await IdsAsync("s.ndjson")).ShouldBe(await IdsAsync("whole.ndjson"));
        _app.Files.ShouldBe(["s.ndjson", "whole.ndjson"]);
    }

    private SimulatorServer Start(SimulatorOptions? options = null) =>
        SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), options ?? new() { Intercept = request => _intercept(request) });

    private Task<ImsAuditRun> CollectAsync(SimulatorServer server, params string[] options) => _app.RunAsync(["collect", .. Options(server), .. options]);

    private static string[] Options(SimulatorServer server) =>
        ["--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--page-size", "3", "--rate", "1000"];

    private System.Diagnostics.Process Binary(string command, IEnumerable<string> arguments)
    {
        var start = ImsAuditBinary.StartInfo(_app.Folder.Path);
        foreach (var argument in arguments.Prepend(command)) start.ArgumentList.Add(argument);
        return System.Diagnostics.Process.Start(start)!;
    }

    private static bool Asks(SimulatedRequest request, string what) => request.PathAndQuery.Contains(what, StringComparison.Ordinal);

    /// <summary>Every image line's scope, categories and id, in order.</summary>
    private async Task<List<string>> IdsAsync(string file)
    {
        var run = (await _app.RunAsync("collect", "--from", file, "-o", "-")).ShouldExit(0);
        return [.. run.Output.Split('\n').Where(line => line.StartsWith("{\"scope\"", StringComparison.Ordinal)).Select(Identity).Order(StringComparer.Ordinal)];
    }

    private static string Identity(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return $"{root.GetProperty("scope")} {root.GetProperty("categories")} {root.GetProperty("image").GetProperty("id")}";
    }
}
