using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests;

public sealed class RetryTests
{
    private static readonly Answer Good = Answer.Json(Page.Of(null, "a"));

    public static TheoryData<int, string> Transient => new()
    {
        { 429, "" },
        { 500, "<html>" },
        { 502, "" },
        { 503, "" },
        { 504, "" },
        { 408, "" },
        { 400, """{"error":{"code":"IMG.0060","message":"slow down"}}""" },
        { 400, """{"error_code":"APIGW.0308","error_msg":"x"}""" },
        { 400, """{"error":{"message":"The throttling threshold has been reached: policy user over ratelimit,limit:XX,time:1 second"}}""" },
    };

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Transient_answer_is_tried_again_and_counted(int status, string body)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(status, body), Answer.Of(status, body), Good);

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Retries.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Transient_answer_that_stays_is_the_error_after_five_tries(int status, string body)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(status, body));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain($"answered {status}");
        server.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task Final_answer_is_not_tried_again(int status)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(status, """{"error":{"message":"no"}}"""), Good);

        (await Collect.FromAsync(server)).Error.ShouldContain($"answered {status}");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Waits_grow_and_stay_bounded()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(503));
        var run = new Collect { Settings = Collect.Defaults with { Concurrency = 1 } };

        await run.RunAsync(server.Url);

        var waits = run.Clock.Waits.Where(wait => wait > TimeSpan.FromMilliseconds(1)).ToList();
        waits.Count.ShouldBe(4);
        waits.ShouldBeInOrder();
        waits.ShouldAllBe(wait => wait <= TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_kept()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(429, "", null, ("Retry-After", "17")), Good);
        var run = new Collect();

        (await run.RunAsync(server.Url)).Listing.Complete.ShouldBeTrue();

        run.Clock.Waits.ShouldContain(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_kept()
    {
        var run = new Collect();
        await using var server = ScriptedServer.InTurn(Answer.Of(503, "", null, ("Retry-After", run.Clock.GetUtcNow().AddSeconds(17).ToString("R"))), Good);

        (await run.RunAsync(server.Url)).Listing.Complete.ShouldBeTrue();

        run.Clock.Waits.ShouldContain(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task Retry_after_beyond_the_end_of_the_collection_ends_it_with_what_came()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Of(429, "", null, ("Retry-After", "2000000000")), Good);

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a"]);
        collected.Error.ShouldContain("--timeout");
    }

    [Fact]
    public async Task Connection_that_breaks_is_tried_again()
    {
        await using var server = ScriptedServer.InTurn(Answer.HangUp, Answer.HangUp, Good);

        (await Collect.FromAsync(server)).Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Answer_that_does_not_come_in_time_is_tried_again()
    {
        var run = new Collect();
        var hung = 0;
        await using var server = new ScriptedServer(async _ =>
        {
            if (Interlocked.Increment(ref hung) > 2) return Good;
            run.Clock.Pass(ImpatientClock.RequestLimit);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Good;
        });

        var collected = await run.RunAsync(server.Url);

        collected.Ids.ShouldBe(["a"]);
        collected.Listing.Retries.ShouldBe(2);
    }

    [Fact]
    public async Task Answer_that_never_comes_in_time_is_the_error()
    {
        var run = new Collect { Settings = Collect.Defaults with { Tries = 2 } };
        await using var server = new ScriptedServer(async _ =>
        {
            run.Clock.Pass(ImpatientClock.RequestLimit);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Good;
        });

        (await run.RunAsync(server.Url)).Error.ShouldContain("within 30 seconds");
    }

    [Fact]
    public async Task Refused_connection_says_so()
    {
        string url;
        await using (var server = ScriptedServer.InTurn(Good)) url = server.Url;

        var collected = await new Collect().RunAsync(url);

        collected.Error.ShouldContain("no connection could be made");
        collected.Error.ShouldContain("firewalls");
    }

    [Fact]
    public async Task Unknown_host_says_so()
    {
        var collected = await new Collect().RunAsync("http://ims.cn-nowhere-9.invalid");

        collected.Error.ShouldContain("cannot be resolved");
        collected.Error.ShouldContain("--region");
    }
}
