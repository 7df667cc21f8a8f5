using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.Commands;

/// <summary><c>waivers list</c> and <c>waivers lint</c>. It is 2026-03-01.</summary>
public sealed class WaiversCommandTests : IDisposable
{
    private const string Active = """{ "policy": "own", "image": "i1", "reason": "Rebuilt in April", "owner": "team-web", "ticket": "OPS-1", "expires": "2026-12-31" }""";
    private const string Expiring = """{ "policy": "o*", "name": "web*", "reason": "Soon", "owner": "team-web", "expires": "2026-03-15" }""";
    private const string Expired = """{ "policy": "own", "image": "i1", "reason": "Old", "owner": "team-old", "expires": "2026-02-28" }""";
    private const string Unused = """{ "policy": "own", "where": { "field": "x", "equals": "other" }, "reason": "Idle", "owner": "team-idle", "expires": "2026-12-31" }""";
    private const string NoPolicy = """{ "policy": "gone", "image": "i1", "reason": "Nothing", "owner": "nobody", "expires": "2026-12-31" }""";

    private readonly App _app = new();

    public WaiversCommandTests()
    {
        _app.Folder.Write("own.policy.json", Texts.Policy("""
            "require": { "field": "x", "equals": "good" }
            """));
        _app.Folder.Write("s.ndjson", SnapshotText.Of("""{"id":"i1","name":"webserver","x":"bad"}"""));
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task List_shows_how_each_waiver_stands()
    {
        var run = await RunAsync("list", 0, [Active, Expiring, Expired, Unused, NoPolicy], "--from", "s.ndjson");

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "state\tpolicy\tfor\towner\texpires\tticket\treason",
            "active\town\ti1\tteam-web\t2026-12-31\tOPS-1\tRebuilt in April",
            "expiring\to*\tname web*\tteam-web\t2026-03-15\t\tSoon",
            "expired\town\ti1\tteam-old\t2026-02-28\t\tOld",
            "unused\town\twhere {\"field\":\"x\",\"equals\":\"other\"}\tteam-idle\t2026-12-31\t\tIdle",
            "unused\tgone\ti1\tnobody\t2026-12-31\t\tNothing",
        ]);
    }

    [Fact]
    public async Task List_without_images_says_that_it_cannot_tell_what_is_unused()
    {
        var run = await RunAsync("list", 0, [Active, Unused, NoPolicy]);

        States(run).ShouldBe(["active", "active", "unused"]);
        run.Error.ShouldContain("could not be told: no images were given");
    }

    [Theory]
    [InlineData(0, Active)]
    [InlineData(0, Active, Expiring)]
    [InlineData(1, Active, Expired)]
    [InlineData(1, Active, Unused)]
    [InlineData(1, NoPolicy)]
    public async Task Lint_exits_1_when_a_waiver_is_expired_or_unused(int exitCode, params string[] waivers) =>
        await RunAsync("lint", exitCode, waivers, "--from", "s.ndjson");

    [Fact]
    public async Task Lint_without_images_passes_what_it_cannot_tell_and_says_so() =>
        (await RunAsync("lint", 0, [Unused])).Error.ShouldContain("could not be told");

    [Fact]
    public async Task Lint_of_another_moment_is_judged_by_it() => await RunAsync("lint", 1, [Active], "--from", "s.ndjson", "--as-of", "2027-01-01");

    [Theory]
    [InlineData("list")]
    [InlineData("lint")]
    public async Task Incomplete_inventory_exits_3_and_calls_no_waiver_unused_for_want_of_an_image(string command)
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Broken("""{"id":"i1","name":"webserver","x":"bad"}"""));

        var run = await RunAsync(command, 3, [Active, Unused, Expired, NoPolicy], "--from", "s.ndjson");

        States(run).ShouldBe(["active", "active", "expired", "unused"]);
        run.Error.ShouldContain("Page 2 answered 503.");
        run.Error.ShouldContain("could not be told");
    }

    [Fact]
    public async Task Not_one_image_tells_nothing()
    {
        _app.Folder.Write("s.ndjson", SnapshotText.Of());

        States(await RunAsync("lint", 3, [Unused], "--from", "s.ndjson")).ShouldBe(["active"]);
    }

    [Fact]
    public async Task Wrong_file_exits_2_with_every_mistake()
    {
        var run = await RunAsync("lint", 2, ["""{ "policy": "own", "image": "i1", "reason": "", "owner": "o", "expires": "soon" }""", """{ "plicy": "own" }"""]);

        foreach (var said in new[] { "\"reason\" is empty", "expected a date", "did you mean \"policy\"?" }) run.Error.ShouldContain(said);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiver_that_asks_for_other_images_exits_2() =>
        (await RunAsync("list", 2, ["""{ "policy": "own", "where": { "field": "x", "refersTo": { } }, "reason": "r", "owner": "o", "expires": "2026-12-31" }"""]))
            .Error.ShouldContain("\"refersTo\" cannot stand in a waiver");

    [Theory]
    [InlineData("list")]
    [InlineData("lint")]
    public async Task File_must_be_named(string command)
    {
        _app.Folder.Write("imsaudit.json", """{ "noWaivers": true }""");

        (await _app.RunAsync("waivers", command)).ShouldExit(2).Error.ShouldContain("--waivers FILE");
    }

    [Fact]
    public async Task Hostile_texts_stay_in_their_row()
    {
        var run = await RunAsync("list", 0, ["""{ "policy": "own", "image": "i\t1", "reason": "a\nb\u001b[31m", "owner": "o\u202e", "expires": "2026-12-31" }"""]);

        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        run.Output.ShouldNotContain("\u001b");
        run.Output.ShouldNotContain("\u202e");
        run.Output.Split('\n')[1].Split('\t').Length.ShouldBe(7);
    }

    private static IEnumerable<string> States(ImsAuditRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')[0]);

    private async Task<ImsAuditRun> RunAsync(string command, int exitCode, string[] waivers, params string[] options)
    {
        _app.Folder.Write("w.json", $$"""{ "waivers": [{{string.Join(", ", waivers)}}] }""");
        return (await _app.RunAsync(["waivers", command, "--waivers", "w.json", "--policies", "own.policy.json", .. options])).ShouldExit(exitCode);
    }
}
