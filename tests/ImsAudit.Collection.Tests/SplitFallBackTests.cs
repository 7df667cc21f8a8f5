using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests;

/// <summary>What becomes of a walk in stretches on servers that do not play along: the plain walk, and a word about it.</summary>
public sealed class SplitFallBackTests
{
    private const int Images = 200;
    private static readonly string[] All = [.. Enumerable.Range(0, Images).Select(DatedList.Id)];

    [Fact]
    public async Task Server_that_filters_rightly_is_walked_in_stretches_and_the_listing_says_so()
    {
        var list = new DatedList(Images);
        await using var server = new ScriptedServer(list.Answer);

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        Split.Stretches(collected).ShouldBeGreaterThan(1);
        collected.Listing.FirstId.ShouldBe(DatedList.Id(0));
        collected.Listing.LastId.ShouldBe(DatedList.Id(Images - 1));
        server.Requests.Where(DatedList.IsProbe).ShouldAllBe(request => request["limit"] == "1" && request.Marker == null && request["__imagetype"] == "gold");
    }

    [Theory]
    [InlineData("ignores")]
    [InlineData("takes for a property")]
    [InlineData("turns round")]
    public async Task Server_that_does_not_filter_by_time_is_asked_once_and_walked_page_by_page(string wrong)
    {
        var list = new DatedList(Images)
        {
            Filter = (ids, before) => wrong switch
            {
                "ignores" => ids,
                "takes for a property" => [],
                _ => ids.Where(id => DatedList.NumberOf(id) == 0),
            },
        };
        await using var server = new ScriptedServer(list.Answer);

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        collected.Listing.Notes.ShouldHaveSingleItem().ShouldBe("Walked page by page, because it could not be split: the server does not filter by created_at=lt:.");
        server.Requests.Count(DatedList.IsProbe).ShouldBe(1);
        collected.Listing.Pages.ShouldBe(Images / 5);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Server_that_refuses_the_filter_is_asked_once_and_walked_page_by_page(int status)
    {
        var list = new DatedList(Images);
        await using var server = new ScriptedServer(request => DatedList.IsProbe(request) ? Answer.Of(status) : list.Answer(request));

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        collected.Listing.Notes.ShouldHaveSingleItem().ShouldContain($"it could not be split: the server answered {status}");
        server.Requests.Count(DatedList.IsProbe).ShouldBe(1);
    }

    [Fact]
    public async Task Server_that_filters_by_another_time_costs_requests_but_no_image()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            // What it finds is older than was asked for, but nobody knows what it left out.
            var list = new DatedList(Images) { Filter = (ids, before) => ids.Where(id => DatedList.TimeOf(id) < before).Where(_ => random.Next(4) == 0) };
            await using var server = new ScriptedServer(list.Answer);

            ShouldBeWhole(await RunAsync(server));
        }
    }

    [Fact]
    public async Task Server_that_forgets_the_other_filters_beside_created_at_costs_no_image()
    {
        var list = new DatedList(Images);
        var foreign = new DatedList(Images * 2);
        // Its probes find images of another listing, which it takes for markers all the same.
        await using var server = new ScriptedServer(request => DatedList.IsProbe(request) ? foreign.Answer(request)
            : request.Marker is { } marker && DatedList.NumberOf(marker) >= Images ? Answer.Json(Page.Of(null)) : list.Answer(request));

        ShouldBeWhole(await RunAsync(server));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("\\u0032026-01-01T00:00:00Z")]
    public async Task Images_whose_time_cannot_be_read_are_walked_page_by_page(string? written)
    {
        var list = new DatedList(Images) { Written = _ => written };
        await using var server = new ScriptedServer(list.Answer);

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        server.Requests.ShouldAllBe(request => !DatedList.IsProbe(request));
        collected.Listing.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Times_that_cannot_be_read_further_down_end_the_splitting_and_nothing_else()
    {
        var written = new DatedList(0).Written;
        var list = new DatedList(Images) { Written = id => DatedList.NumberOf(id) > 150 ? "?" : written(id) };
        await using var server = new ScriptedServer(list.Answer);

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        collected.Listing.Notes.ShouldHaveSingleItem().ShouldContain("created_at");
    }

    [Fact]
    public async Task Order_other_than_newest_first_is_walked_page_by_page()
    {
        var written = new DatedList(0).Written;
        var list = new DatedList(Images) { Written = id => written(DatedList.Id(Images - DatedList.NumberOf(id))) };
        await using var server = new ScriptedServer(list.Answer);

        ShouldBeWhole(await RunAsync(server));
        server.Requests.ShouldAllBe(request => !DatedList.IsProbe(request));
    }

    [Fact]
    public async Task Stretch_whose_start_is_refused_is_walked_through_from_above()
    {
        var list = new DatedList(Images);
        string? refused = null;
        var probes = 0;
        await using var server = new ScriptedServer(request =>
        {
            if (request.Marker is not null && request.Marker == refused) return Answer.Of(403);
            var answer = list.Answer(request);
            // The first probe only tries the filter; behind what the second finds nobody may begin.
            if (DatedList.IsProbe(request) && Interlocked.Increment(ref probes) == 2) refused = list.Ids.First(id => System.Text.Encoding.UTF8.GetString(answer.Body).Contains($"\"{id}\""));
            return answer;
        });

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        collected.Listing.Drift.ShouldContain(drift => drift.Contains("the walk from above went on through this place"));
    }

    [Fact]
    public async Task Damage_that_only_a_stretch_sees_brings_the_plain_walk_back()
    {
        var list = new DatedList(Images);
        var plain = new HashSet<string>();
        await using var server = new ScriptedServer(request =>
        {
            lock (plain)
            {
                var answer = list.Answer(request);
                // Only who came page by page from the first is answered well.
                var isPlain = request.Marker is null || plain.Contains(request.Marker);
                if (isPlain && !DatedList.IsProbe(request)) plain.Add(DatedList.Id(Math.Min(Images, (request.Marker is null ? 0 : DatedList.NumberOf(request.Marker) + 1) + 5) - 1));
                return isPlain || DatedList.IsProbe(request) ? answer : Answer.Json("{}");
            }
        });

        var collected = await RunAsync(server);

        ShouldBeWhole(collected);
        collected.Listing.Notes.ShouldHaveSingleItem().ShouldContain("and then page by page: the answer is JSON, but holds no \"images\"");
    }

    [Fact]
    public async Task Listing_that_ends_before_images_that_a_stretch_brought_is_not_complete()
    {
        var list = new DatedList(Images);
        var below = new TaskCompletionSource();
        await using var server = new ScriptedServer(async request =>
        {
            var at = request.Marker is { } marker ? DatedList.NumberOf(marker) : 0;
            if (at >= 140) below.TrySetResult();
            if (at is < 100 or > 104) return list.Answer(request);
            // In the midst the server hides all images of a page and with them the way on. A plain walk cannot see that.
            await below.Task;
            return Answer.Json(Page.Of(null));
        });

        var collected = await RunAsync(server);

        collected.Images.Count.ShouldBeGreaterThan(105);
        collected.Listing.Complete.ShouldBeFalse();
        collected.Error.ShouldContain("left it out");
    }

    [Fact]
    public async Task Listing_that_goes_in_a_circle_is_the_error_of_the_plain_walk()
    {
        var list = new DatedList(Images);
        await using var server = new ScriptedServer(request =>
            request.Marker is { } marker && DatedList.NumberOf(marker) >= Images - 6 ? Answer.Json(Page.Of(Page.Next(DatedList.Id(4)), [.. All[..5]])) : list.Answer(request));

        var collected = await RunAsync(server);

        collected.Listing.Complete.ShouldBeFalse();
        collected.Error.ShouldContain("circle");
        All[..^5].ShouldBeSubsetOf(collected.Ids);
    }

    [Fact]
    public async Task Server_that_fails_for_good_is_the_error_and_what_came_is_kept()
    {
        var list = new DatedList(Images);
        await using var server = new ScriptedServer(request => request.Marker is { } marker && DatedList.NumberOf(marker) > 100 ? Answer.Of(401) : list.Answer(request));

        var collected = await RunAsync(server);

        collected.Listing.Complete.ShouldBeFalse();
        collected.Error.ShouldContain("answered 401");
        collected.Images.Count.ShouldBeInRange(10, Images - 1);
        server.Requests.Count(request => request.Marker is { } marker && DatedList.NumberOf(marker) > 100).ShouldBeLessThanOrEqualTo(Split.Defaults.Concurrency);
    }

    [Fact]
    public async Task Page_cap_holds_for_all_stretches_together()
    {
        await using var server = new ScriptedServer(new DatedList(Images).Answer);

        var collected = await new Collect { Settings = Split.Defaults with { MaxPages = 12 }, Time = TimeProvider.System }.RunAsync(server.Url);

        collected.Error.ShouldContain("does not end after 12 pages");
        server.Requests.Count(request => !DatedList.IsProbe(request)).ShouldBeInRange(12, 12 + Split.Defaults.Concurrency);
    }

    private static Task<Collected> RunAsync(ScriptedServer server) => new Collect { Settings = Split.Defaults, Time = TimeProvider.System }.RunAsync(server.Url);

    private static void ShouldBeWhole(Collected collected)
    {
        collected.Listing.Error.ShouldBeNull();
        collected.Ids.Order(StringComparer.Ordinal).ShouldBe(All);
        collected.Listing.Images.ShouldBe(Images);
    }
}
