using ImsAudit.Collection.Api;
using ImsAudit.Collection.Credentials;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;
using ImsAudit.Snapshots;

namespace ImsAudit.Collection.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Listings_run_side_by_side_but_no_more_than_the_concurrency(int concurrency)
    {
        var waiting = 0;
        var full = new TaskCompletionSource();
        await using var server = new ScriptedServer(async _ =>
        {
            // Nobody is answered before as many as may be are waiting.
            if (Interlocked.Increment(ref waiting) == concurrency) full.SetResult();
            await full.Task;
            return Answer.Json(Page.Of(null, "a"));
        });

        var collected = await new Collect { Settings = Collect.Defaults with { Categories = CategorySet.All, Concurrency = concurrency } }.RunAsync(server.Url);

        collected.Result.Complete.ShouldBeTrue();
        server.MostAtOnce.ShouldBe(concurrency);
        server.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Requests_are_spaced_by_the_rate()
    {
        var clock = new ImpatientClock();
        using var gate = new EndpointGate(concurrency: 1, rate: 20, clock);
        clock.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).Dispose();
        var starts = new List<DateTimeOffset>();

        for (var i = 0; i < 5; i++)
        {
            using var place = await gate.EnterAsync(default);
            starts.Add(clock.GetUtcNow());
        }

        starts.Zip(starts.Skip(1), (earlier, later) => later - earlier).ShouldAllBe(between => between == TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task End_of_the_time_leaves_unfinished_listings_incomplete_and_keeps_what_came()
    {
        var run = new Collect { Settings = Collect.Defaults with { Categories = CategorySet.Of(ImageCategory.Public, ImageCategory.Market) } };
        var published = new TaskCompletionSource();
        await using var server = new ScriptedServer(async request =>
        {
            if (request["__imagetype"] == "market")
            {
                published.SetResult();
                return Answer.Json(Page.Of(null, "m"));
            }
            if (request.Marker is null) return Answer.Json(Page.Of(Page.Next("a"), "a"));
            await published.Task;
            run.Clock.Pass(ImpatientClock.CollectionLimit);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Answer.HangUp;
        });

        var collected = await run.RunAsync(server.Url);

        collected.Ids.ShouldContain("a");
        collected[ImageCategory.Public].Complete.ShouldBeFalse();
        collected[ImageCategory.Public].Error!.ShouldContain("10 minutes) was over after 1 pages");
        collected[ImageCategory.Public].Images.ShouldBe(1);
    }

    [Fact]
    public async Task End_of_the_time_while_signing_in_is_every_listings_error()
    {
        var run = new Collect();
        await using var server = new ScriptedServer(async _ =>
        {
            run.Clock.Pass(ImpatientClock.CollectionLimit);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Answer.HangUp;
        });
        var user = new PasswordAuthentication { AuthUrl = server.Url, UserName = "u", Password = new Secret("x"), ProjectName = "p" };

        (await (run with { Authentication = user }).RunAsync(endpoint: null)).Error.ShouldContain("before signing in");
    }

    [Fact]
    public async Task Cancelling_goes_out_as_such_and_what_came_is_in_the_spool()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(async request =>
        {
            if (request.Marker is null) return Answer.Json(Page.Of(Page.Next("a"), "a"));
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Answer.HangUp;
        });
        var target = new CollectionTarget { Endpoint = server.Url, Project = "p1", Authentication = new NoAuthentication() };
        using var collector = await ImageCollector.ConnectAsync([target], Collect.Defaults, new CollectionEnvironment(new ImpatientClock(), () => 0.5), default);
        var spool = new ImageSpool(collector.Projects);

        await Should.ThrowAsync<OperationCanceledException>(() => collector.CollectAsync(spool, null, stop.Token));

        (await Collect.ReadAsync(spool)).ShouldHaveSingleItem().Id.ShouldBe("a");
    }
}
