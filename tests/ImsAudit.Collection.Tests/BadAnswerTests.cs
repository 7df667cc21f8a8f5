using System.Text;
using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests;

public sealed class BadAnswerTests
{
    public static TheoryData<string, string> BadBodies => new()
    {
        { "", "not valid JSON" },
        { "null", "no object" },
        { "[]", "no object" },
        { "\"images\"", "no object" },
        { "{}", "no \"images\"" },
        { """{"images":null}""", "no array" },
        { """{"images":{}}""", "no array" },
        { """{"images":[1]}""", "no JSON object" },
        { """{"images":[null]}""", "no JSON object" },
        { """{"images":[{}]}""", "without an id" },
        { """{"images":[{"id":""}]}""", "without an id" },
        { """{"images":[{"id":null}]}""", "without an id" },
        { """{"images":[{"id":7}]}""", "without an id" },
        { """{"images":[{"id":"a"},{"name":"b"}]}""", "number 2" },
        { """{"images":[{"id":"a"}""", "not valid JSON" },
        { """{"images":[{"id":"a"}]} {"images":[]}""", "not valid JSON" },
        { """{"images":[],"images":[]}""", "\"images\" twice" },
        { """{"images":[],"next":null,"next":null}""", "\"next\" twice" },
        { """{"images":[{"id":"a"}],"next":7}""", "\"next\" is no string" },
        { """{"images":[{"id":"a"}],"next":{}}""", "\"next\" is no string" },
        { """{"images":[{"id":"\ud800"}]}""", "without an id" },
        { """{"images":[{"id":"a"}],"next":"\ud800"}""", "no text" },
        { """{"images":[{"id":"a",}]}""", "not valid JSON" },
        { "<!DOCTYPE html><html><body>Sign in</body></html>", "not valid JSON" },
        { """{"images":[{"id":"a","x":""" + new string('[', 200) + new string(']', 200) + "}]}", "not valid JSON" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Body_that_is_no_page_is_the_error_and_is_not_asked_for_again(string body, string reason)
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(body));

        var collected = await Collect.FromAsync(server);

        collected.Listing.Complete.ShouldBeFalse();
        collected.Images.ShouldBeEmpty();
        collected.Error.ShouldContain(reason);
        collected.Error.ShouldContain($"public: page 1 (GET {server.Url}/v2/images?");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Bad_page_behind_good_ones_keeps_what_came_and_names_its_number()
    {
        await using var server = ScriptedServer.InTurn(Answer.Json(Page.Of(Page.Next("a"), "a")), Answer.Json("""{"images":[{"id":"b"},"""));

        var collected = await Collect.FromAsync(server);

        collected.Ids.ShouldBe(["a"]);
        collected.Error.ShouldContain("page 2");
        collected.Error.ShouldContain("marker=a");
        collected.Listing.Pages.ShouldBe(1);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/octet-stream")]
    public async Task Wrong_content_type_is_the_error_even_with_a_good_body(string type)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(200, Page.Of(null, "a"), type));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain($"{type}, not JSON");
        collected.Images.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("Application/JSON")]
    [InlineData("application/vnd.glance+json")]
    [InlineData(null)]
    public async Task Content_types_that_mean_JSON_or_say_nothing_are_read(string? type)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(200, Page.Of(null, "a"), type));

        (await Collect.FromAsync(server)).Ids.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Byte_order_mark_is_no_error_but_bytes_that_are_no_UTF8_are()
    {
        await using var marked = ScriptedServer.InTurn(Answer.Json("\uFEFF" + Page.Of(null, "a")));
        await using var broken = ScriptedServer.InTurn(Answer.Bytes(200, [.. "{\"images\":[{\"id\":\"a\",\"name\":\""u8, 0xC3, .. "\"}]}"u8], ("Content-Type", "application/json")));

        (await Collect.FromAsync(marked)).Ids.ShouldBe(["a"]);
        (await Collect.FromAsync(broken)).Error.ShouldContain("UTF-8");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_above_the_cap_is_the_error_packed_or_not(bool packed)
    {
        var body = Page.Of(null, "a") + new string(' ', 300_000);
        await using var server = ScriptedServer.InTurn(packed ? Answer.Gzip(body) : Answer.Json(body));

        var collected = await new Collect { Settings = Collect.Defaults with { MaxBodyBytes = 256 * 1024 } }.RunAsync(server.Url);

        collected.Error.ShouldContain("longer than 0.25 MiB");
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Body_without_end_is_left_at_the_cap()
    {
        await using var server = ScriptedServer.InTurn(Answer.WithoutEnd("""{"images":["""));

        var collected = await new Collect { Settings = Collect.Defaults with { MaxBodyBytes = 256 * 1024 } }.RunAsync(server.Url);

        collected.Error.ShouldContain("longer than 0.25 MiB");
    }

    [Fact]
    public async Task Damaged_packing_is_the_error()
    {
        await using var server = ScriptedServer.InTurn(Answer.Bytes(200, Encoding.UTF8.GetBytes(Page.Of(null, "a")), ("Content-Type", "application/json"), ("Content-Encoding", "gzip")));
        await using var other = ScriptedServer.InTurn(Answer.Of(200, Page.Of(null, "a"), "application/json", ("Content-Encoding", "br")));

        (await Collect.FromAsync(server)).Error.ShouldContain("decompressed");
        (await Collect.FromAsync(other)).Error.ShouldContain("br, which was not asked for");
    }

    [Fact]
    public async Task Packed_body_that_was_cut_is_incomplete()
    {
        var whole = Answer.Gzip(Page.Of(null, [.. Enumerable.Range(0, 500).Select(n => $"image-{n}")]));
        await using var server = ScriptedServer.InTurn(Answer.Bytes(200, whole.Body[..(whole.Body.Length / 2)], ("Content-Type", "application/json"), ("Content-Encoding", "gzip")));

        var collected = await Collect.FromAsync(server);

        collected.Listing.Complete.ShouldBeFalse();
        collected.Images.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cut_body_is_asked_for_again_and_the_error_when_it_stays_cut()
    {
        var page = Page.Of(null, "a");
        await using var once = ScriptedServer.InTurn(Answer.Cut(page[..20], page.Length), Answer.Json(page));
        await using var always = ScriptedServer.InTurn(Answer.Cut(page[..20], page.Length));

        (await Collect.FromAsync(once)).Ids.ShouldBe(["a"]);
        (await Collect.FromAsync(always)).Error.ShouldContain("connection broke");
        always.Requests.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Length_that_is_too_short_cuts_the_page_and_is_the_error()
    {
        await using var server = ScriptedServer.InTurn(Answer.Cut(Page.Of(null, "a"), 30));

        (await Collect.FromAsync(server)).Error.ShouldContain("cut short");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_not_followed_and_its_origin_is_named(int status)
    {
        await using var elsewhere = ScriptedServer.InTurn(Answer.Json(Page.Of(null, "a")));
        await using var server = ScriptedServer.InTurn(Answer.Of(status, "", null, ("Location", elsewhere.Url + "/v2/images?secret=1")));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain($"{status} and points to {elsewhere.Url}");
        collected.Error.ShouldNotContain("secret");
        elsewhere.Requests.ShouldBeEmpty();
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_success_than_200_is_the_error()
    {
        await using var created = ScriptedServer.InTurn(Answer.Of(201, Page.Of(null, "a")));
        await using var partial = ScriptedServer.InTurn(Answer.Of(206, Page.Of(null, "a")));
        await using var nothing = ScriptedServer.InTurn(new Answer("HTTP/1.1 204 No\r\n\r\n"u8.ToArray(), []));

        (await Collect.FromAsync(created)).Error.ShouldContain("201");
        (await Collect.FromAsync(partial)).Error.ShouldContain("206");
        (await Collect.FromAsync(nothing)).Error.ShouldContain("204");
    }

    [Theory]
    [InlineData("""{"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}}""", "(IMG.0024: \"The imagetype is invalid.\")")]
    [InlineData("""{"error_msg":"no such API","error_code":"APIGW.0101","request_id":"r"}""", "(APIGW.0101: \"no such API\")")]
    [InlineData("""{"error":{"message":"bad","code":400,"title":"Bad Request"}}""", "(400: \"bad\")")]
    [InlineData("""{"message":"bad filter<br /><br />\n\n\n","code":"400 Bad Request","title":"Bad Request"}""", "(400 Bad Request: \"bad filter<br /><br />")]
    [InlineData("""{"error_code":"X.1","error_msg":"m","encoded_authorization_message":"long"}""", "(X.1: \"m\")")]
    public async Task Error_quotes_code_and_message_of_every_shape(string body, string quoted)
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(400, body));

        var collected = await Collect.FromAsync(server);

        collected.Error.ShouldContain("answered 400");
        collected.Error.ShouldContain(quoted);
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Error_quotes_plain_text_but_no_page_of_HTML_and_nothing_long()
    {
        await using var plain = ScriptedServer.InTurn(Answer.Of(400, "limit param must be positive", "text/plain"));
        await using var html = ScriptedServer.InTurn(Answer.Of(404, "<html>" + new string('x', 200_000), "text/html"));
        await using var wordy = ScriptedServer.InTurn(Answer.Of(400, """{"error":{"code":"C","message":"###"}}""".Replace("###", new string('m', 5000))));

        (await Collect.FromAsync(plain)).Error.ShouldContain("\"limit param must be positive\"");
        (await Collect.FromAsync(html)).Error.ShouldNotContain("xxx");
        (await Collect.FromAsync(wordy)).Error.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public async Task Forbidden_names_the_permission_and_is_not_tried_again()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(403, """{"error_code":"APIGW.0302","error_msg":"no"}"""));

        (await Collect.FromAsync(server)).Error.ShouldContain("ims:images:list");
        server.Requests.Count.ShouldBe(1);
    }
}
