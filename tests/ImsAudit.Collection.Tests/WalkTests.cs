using System.Text;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Collection.Tests;

public sealed class WalkTests
{
    [Fact]
    public async Task Walk_takes_every_page_and_sends_its_own_parameters_with_only_the_marker_of_next()
    {
        await using var server = ScriptedServer.InTurn(
            Answer.Json(Page.Of(Page.Next("b"), "a", "b")),
            Answer.Json(Page.Of(Page.Next("d"), "c", "d")),
            Answer.Json(Page.Of(null, "e")));

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a", "b", "c", "d", "e"]);
        server.Requests.Select(request => request.Query).ShouldBe([
            "__imagetype=gold&visibility=public&protected=true&limit=100",
            "__imagetype=gold&visibility=public&protected=true&limit=100&marker=b",
            "__imagetype=gold&visibility=public&protected=true&limit=100&marker=d"]);
        collected.Listing.ShouldSatisfyAllConditions(
            listing => listing.Complete.ShouldBeTrue(),
            listing => listing.Error.ShouldBeNull(),
            listing => listing.Query.ShouldBe("__imagetype=gold&visibility=public&protected=true"),
            listing => listing.Pages.ShouldBe(3),
            listing => listing.Images.ShouldBe(5),
            listing => listing.FirstId.ShouldBe("a"),
            listing => listing.LastId.ShouldBe("e"),
            listing => listing.Retries.ShouldBe(0),
            listing => listing.Ended.ShouldBe(ListingEnd.NoNext),
            listing => listing.Drift.ShouldBeEmpty(),
            listing => listing.Notes.ShouldBeEmpty(),
            listing => listing.Filtered.ShouldBeFalse(),
            listing => listing.StartedAt.ShouldNotBeNull(),
            listing => listing.Scope.ShouldBe(ImageScope.Unknown));
    }

    [Fact]
    public async Task Walk_goes_on_behind_a_short_page_that_has_a_next()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of(null, "b", "c")));

        (await Collect.FromAsync(server)).Ids.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Full_last_page_is_followed_by_an_empty_one_that_ends_the_walk()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of(null)));

        var collected = await Collect.FromAsync(server);

        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Ended.ShouldBe(ListingEnd.EmptyPage);
        collected.Listing.LastId.ShouldBe("a");
        collected.Listing.Drift.ShouldBeEmpty();
    }

    [Fact]
    public async Task Listing_without_images_ends_because_its_page_names_no_next()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));

        var listing = (await Collect.FromAsync(server)).Listing;

        (listing.Complete, listing.Ended, listing.FirstId, listing.LastId).ShouldBe((true, ListingEnd.NoNext, null, null));
    }

    [Fact]
    public async Task Empty_page_that_names_a_next_is_followed_to_the_images_behind_it()
    {
        await using var server = ScriptedServer.InTurn(
            Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of(Page.Next("y"))), Answer.Json(Page.Of(Page.Next("z"))), Answer.Json(Page.Of(null, "b")));

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a", "b"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain("2 times a page (first page 2) was empty and yet named a next page");
    }

    [Theory]
    [InlineData("same")]
    [InlineData("new")]
    public async Task Server_that_gives_empty_pages_for_ever_is_left_and_the_listing_is_incomplete(string marker)
    {
        var at = 0;
        await using var server = new ScriptedServer(request => Answer.Json(request.Marker is null
            ? Page.Of(Page.Next("a"), "a")
            : Page.Of(Page.Next(marker == "same" ? "a" : $"m{++at}"))));

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a"]);
        collected.Error.ShouldContain("4 pages in a row are empty, and each names a \"next\"");
        collected.Listing.Ended.ShouldBe(ListingEnd.Failed);
        server.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("/v2/images?marker=a")]
    [InlineData("?marker=a")]
    [InlineData("images?x=y&marker=a&limit=1")]
    [InlineData("{server}/v2/images?marker=a")]
    [InlineData("/v2/images/?marker=a#x")]
    public async Task Next_in_any_form_that_means_the_endpoint_is_followed(string next)
    {
        await using var server = new ScriptedServer(request => Task.FromResult(Answer.Json(
            request.Marker is null ? Page.Of(next.Replace("{server}", $"http://{request.Headers["Host"]}"), "a") : Page.Of(null, "b"))));

        (await Collect.FromAsync(server)).Ids.ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("https://evil.example/v2/images?marker=a", "another server")]
    [InlineData("//evil.example/v2/images?marker=a", "another server")]
    [InlineData("\\\\\\\\evil.example/v2/images?marker=a", "another server")]
    [InlineData("http://127.0.0.1:1/v2/images?marker=a", "another server")]
    [InlineData("https://127.0.0.1/v2/images?marker=a", "another server")]
    [InlineData("file:///etc/passwd?marker=a", "another server")]
    [InlineData("javascript:alert(1)", "another server")]
    [InlineData("/v2/images/../../admin?marker=a", "another path")]
    [InlineData("/v3/images?marker=a", "another path")]
    [InlineData("/v2/images", "no marker")]
    [InlineData("/v2/images?marker=", "no marker")]
    [InlineData("", "no marker")]
    [InlineData("/v2/images?marker=a&marker=b", "several markers")]
    public async Task Next_that_means_anything_else_is_the_error_and_nothing_is_sent_there(string next, string reason)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(next, "a")), Answer.Json(Page.Of(null, "b")));

        var collected = await Collect.FromAsync(server);

        collected.Listing.Complete.ShouldBeFalse();
        collected.Error.ShouldContain(reason);
        collected.Error.ShouldContain("page 1");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Marker_of_any_characters_is_sent_as_a_value_only()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of("/v2/images?marker=a%20b%26limit%3D1%2F%C3%A9%25%2B", "a")), Answer.Json(Page.Of(null, "b")));

        await Collect.FromAsync(server);

        server.Requests[1].Marker.ShouldBe("a b&limit=1/é%+");
        server.Requests[1]["limit"].ShouldBe("100");
    }

    [Fact]
    public async Task Page_that_brings_nothing_new_is_the_error()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("b"), "a", "b")));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain("page 2");
        collected.Error.ShouldContain("circle");
        collected.Ids.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Marker_that_was_followed_before_is_the_error()
    {
        await using var server = ScriptedServer.InTurn(
            Answer.Json(Page.Of(Page.Next("x"), "a")), Answer.Json(Page.Of(Page.Next("y"), "b")), Answer.Json(Page.Of(Page.Next("x"), "c")));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain("followed before (\"x\")");
        collected.Ids.ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Listing_that_never_ends_is_cut_at_the_page_cap_and_incomplete()
    {
        var at = 0;
        await using var server = new ScriptedServer(_ => Answer.Json(Page.Of(Page.Next($"m{++at}"), $"m{at}")));

        var collected = await new Collect { Settings = Collect.Defaults with { MaxPages = 7 } }.RunAsync(server.Url);

        collected.Error.ShouldContain("does not end after 7 pages");
        collected.Images.Count.ShouldBe(7);
    }

    [Fact]
    public async Task Image_that_comes_again_is_kept_once_and_noted()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("b"), "a", "b")), Answer.Json(Page.Of(null, "b", "c")));

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a", "b", "c"]);
        collected.Listing.Complete.ShouldBeTrue();
        collected.Listing.Images.ShouldBe(3);
        collected.Listing.Drift.ShouldHaveSingleItem().ShouldContain("came again");
    }

    [Fact]
    public async Task Image_is_kept_byte_for_byte()
    {
        const string Odd = """{ "id":"a", "size":9007199254740993, "x":1.50, "name":"\u003cb> \"é\"  ","deep":[ {} ]}""";
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, Odd)));

        Encoding.UTF8.GetString((await Collect.FromAsync(server)).Images[0].Json.Span).ShouldBe(Odd);
    }

    [Fact]
    public async Task Image_over_several_lines_is_put_on_one_with_its_values_untouched()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Raw(null, "{\r\n  \"id\" : \"a\",\n\t\"n\": \"two  words \\\" \\\\\",\n \"x\": 1.50\n}")));

        Encoding.UTF8.GetString((await Collect.FromAsync(server)).Images[0].Json.Span).ShouldBe("""{"id":"a","n":"two  words \" \\","x":1.50}""");
    }

    [Fact]
    public async Task Endpoint_behind_a_prefix_is_asked_there_though_next_does_not_know_it()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of("/glance/v2/images?marker=b", "b")), Answer.Json(Page.Of(null, "c")));

        var collected = await new Collect().RunAsync(server.Url + "/glance/v2/");

        collected.Ids.ShouldBe(["a", "b", "c"]);
        server.Requests.ShouldAllBe(request => request.Path == "/glance/v2/images");
    }

    [Fact]
    public async Task Requests_carry_the_tool_its_version_and_the_api_version()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(null)));

        await new Collect { Settings = Collect.Defaults with { ApiVersion = "Queens" } }.RunAsync(server.Url);

        server.Requests[0].Headers["User-Agent"].ShouldBe("imsaudit/1.2.3");
        server.Requests[0].Headers["X-Api-Version"].ShouldBe("Queens");
    }

    [Fact]
    public async Task Packed_answers_are_unpacked()
    {
        await using var server = ScriptedServer.InTurn(Answer.Gzip(Page.Of(null, "a")));

        (await Collect.FromAsync(server)).Ids.ShouldBe(["a"]);
        server.Requests[0].Headers["Accept-Encoding"].ShouldBe("gzip");
    }

    [Fact]
    public async Task Progress_tells_of_each_page_and_of_the_end()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json(Page.Of(null, "b")));
        var seen = new Seen();

        await new Collect { Progress = seen }.RunAsync(server.Url);

        seen.Reports.Select(report => (report.Pages, report.Images, report.Done)).ShouldBe([(1, 1, false), (2, 2, false), (2, 2, true)]);
    }

    private sealed class Seen : IProgress<CollectionProgress>
    {
        public List<CollectionProgress> Reports { get; } = [];

        public void Report(CollectionProgress value) => Reports.Add(value);
    }
}
