using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests;

public sealed class VanishedMarkerTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task Vanished_marker_is_passed_by_the_image_before_it(int status)
    {
        var list = new LivingList(2, "a", "b", "c", "d", "e") { StatusOfGone = status };
        await using var server = new ScriptedServer(request =>
        {
            if (request.Marker == "b") list.Remove("b");
            return list.Answer(request);
        });

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a", "b", "c", "d", "e"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain($"\"b\", behind which the page begins, was gone ({status})");
        server.Requests.Select(request => request.Marker).ShouldBe([null, "b", "a", "d"]);
    }

    [Fact]
    public async Task Whole_page_that_vanished_makes_the_walk_begin_again_and_merges()
    {
        var list = new LivingList(2, "a", "b", "c", "d", "e");
        await using var server = new ScriptedServer(request =>
        {
            if (request.Marker == "b") list.Remove("a", "b");
            return list.Answer(request);
        });

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a", "b", "c", "d", "e"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift[^1].ShouldContain("began again at the first page");
        server.Requests.Select(request => request.Marker).ShouldBe([null, "b", "a", null, "d"]);
    }

    [Fact]
    public async Task Walk_that_begins_again_is_not_taken_for_a_circle()
    {
        var list = new LivingList(1, "a", "b", "c", "d", "e", "f", "g", "h");
        await using var server = new ScriptedServer(request =>
        {
            if (request.Marker == "f") list.Remove("c", "d", "e", "f");
            return list.Answer(request);
        });

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a", "b", "c", "d", "e", "f", "g", "h"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift.ShouldNotContain(note => note.Contains("came again"));
    }

    [Fact]
    public async Task Marker_that_is_refused_once_and_comes_again_is_neither_a_circle_nor_a_repeat()
    {
        var list = new LivingList(1, "a", "b", "c");
        var refused = 0;
        await using var server = new ScriptedServer(request =>
            request.Marker == "b" && Interlocked.Increment(ref refused) == 1 ? Answer.Of(403) : list.Answer(request));

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a", "b", "c"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain("was gone (403)");
    }

    [Fact]
    public async Task Marker_that_is_refused_for_good_is_the_error_in_the_end()
    {
        await using var server = new ScriptedServer(request =>
            request.Marker is null ? Answer.Json(Page.Of(Page.Next("c"), "a", "b", "c")) : Answer.Of(403, """{"error":{"message":"policy"}}"""));

        var collected = await new Collect().RunAsync(server.Url);

        collected.Ids.ShouldBe(["a", "b", "c"]);
        collected.Error.ShouldContain("answered 403");
        collected.Listing.Complete.ShouldBeFalse();
        server.Requests.Count.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task Marker_that_is_refused_now_and_then_for_ever_ends_as_the_error()
    {
        var turn = 0;
        await using var server = new ScriptedServer(request =>
            request.Marker is not null && ++turn % 2 == 1 ? Answer.Of(404) : Answer.Json(Page.Of(Page.Next("b"), request.Marker is null ? "a" : "b")));

        var collected = await new Collect().RunAsync(server.Url);

        collected.Listing.Complete.ShouldBeFalse();
        server.Requests.Count.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task Throttled_page_is_not_taken_for_a_vanished_marker()
    {
        await using var server = new ScriptedServer(request =>
            request.Marker is null ? Answer.Json(Page.Of(Page.Next("b"), "a", "b")) : Answer.Of(400, """{"error":{"code":"IMG.0060","message":"m"}}"""));

        var collected = await new Collect().RunAsync(server.Url);

        collected.Error.ShouldContain("IMG.0060");
        server.Requests.Skip(1).ShouldAllBe(request => request.Marker == "b");
        server.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Image_that_was_seen_and_then_deleted_stays()
    {
        var list = new LivingList(2, "a", "b", "c", "d");
        await using var server = new ScriptedServer(request =>
        {
            if (request.Marker is not null) list.Remove("a");
            return list.Answer(request);
        });

        (await new Collect().RunAsync(server.Url)).Ids.ShouldBe(["a", "b", "c", "d"]);
    }

    /// <summary>A listing that pages as Glance does, and whose images can go away meanwhile.</summary>
    private sealed class LivingList(int pageSize, params string[] ids)
    {
        private readonly List<string> _alive = [.. ids];

        public int StatusOfGone { get; init; } = 400;

        public void Remove(params string[] gone) => _alive.RemoveAll(gone.Contains);

        public Answer Answer(ServerRequest request)
        {
            if (request.Marker is not null && !_alive.Contains(request.Marker)) return Doubles.Answer.Of(StatusOfGone, """{"error":{"message":"No image found"}}""");
            var page = _alive.Skip(_alive.IndexOf(request.Marker ?? "") + 1).Take(pageSize).ToArray();
            return Doubles.Answer.Json(Page.Of(page.Length == pageSize ? Page.Next(page[^1]) : null, page));
        }
    }
}
