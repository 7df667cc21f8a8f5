using System.Net;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Simulator.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task Server_listens_on_loopback_and_a_free_port_by_default()
    {
        await using var one = new Served(Some.Estate(1));
        await using var two = new Served(Some.Estate(1));
        one.Server.Endpoint.Host.ShouldBe("127.0.0.1");
        one.Server.Endpoint.Port.ShouldNotBe(two.Server.Endpoint.Port);
    }

    [Fact]
    public async Task Port_that_is_taken_cannot_be_opened_and_is_free_again_after_disposal()
    {
        var first = SimulatorServer.Start(Some.Estate(1), new SimulatorOptions());
        var port = first.Endpoint.Port;
        Should.Throw<HttpListenerException>(() => SimulatorServer.Start(Some.Estate(1), new SimulatorOptions { Port = port }));
        await first.DisposeAsync();
        await using var second = new Served(Some.Estate(1), new SimulatorOptions { Port = port });
        (await second.IdsAsync()).ShouldBe(["image-000"]);
    }

    [Fact]
    public async Task Intercept_may_answer_instead()
    {
        await using var served = new Served(Some.Estate(1), new SimulatorOptions
        {
            Intercept = request => request.Number == 1 ? SimulatedResponse.Text(503, "later").WithHeader("Retry-After", "7") : null,
        });
        using var refused = await served.Client.GetAsync(new Uri("/v2/images", UriKind.Relative));
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.GetValues("Retry-After").ShouldBe(["7"]);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("later");
        (await served.IdsAsync()).ShouldBe(["image-000"]);
    }

    [Fact]
    public async Task Intercept_may_change_the_estate_between_two_pages()
    {
        var estate = Some.Estate(4);
        await using var served = new Served(estate, new SimulatorOptions { Intercept = RemoveTheMarker });
        var first = await served.GetAsync("/v2/images?limit=2");
        await served.GetAsync((string)first["next"]!, HttpStatusCode.BadRequest);

        SimulatedResponse? RemoveTheMarker(SimulatedRequest request)
        {
            if (request.Query.Last("marker") is { } marker) estate.Remove(marker);
            return null;
        }
    }

    [Fact]
    public async Task Intercept_may_drop_the_connection_before_or_within_the_body()
    {
        var cut = SimulatedResponse.Json(200, """{"images":[]}""") with { CutAfter = 5 };
        await using var served = new Served(Some.Estate(1), new SimulatorOptions
        {
            Intercept = request => request.Path == "/drop" ? SimulatedResponse.Dropped : cut,
        });
        await Should.ThrowAsync<HttpRequestException>(() => served.Client.GetAsync(new Uri("/drop", UriKind.Relative)));
        await Should.ThrowAsync<HttpRequestException>(() => served.Client.GetStringAsync(new Uri("/cut", UriKind.Relative)));
    }

    [Fact]
    public async Task Fault_in_an_intercept_is_seen_by_the_client()
    {
        await using var served = new Served(Some.Estate(1), new SimulatorOptions
        {
            Intercept = _ => throw new InvalidOperationException("a slip in the test"),
        });
        using var response = await served.Client.GetAsync(new Uri("/v2/images", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldContain("a slip in the test");
    }

    [Fact]
    public async Task Log_remembers_requests_but_no_secrets()
    {
        await using var served = new Served(Some.Estate(1));
        served.Client.DefaultRequestHeaders.Add("X-Auth-Token", "hush-hush");
        served.Client.DefaultRequestHeaders.Add("X-Api-Version", "Q");
        await served.IdsAsync("limit=3&name=%E9%95%9C");
        await served.GetAsync("/v2/images?limit=x", HttpStatusCode.BadRequest);
        var requests = served.Server.Requests;
        requests.Select(request => (request.Number, request.Method, request.PathAndQuery, request.Status)).ShouldBe(
        [
            (1, "GET", "/v2/images?limit=3&name=%E9%95%9C", 200),
            (2, "GET", "/v2/images?limit=x", 400),
        ]);
        requests[0].Headers["x-api-version"].ShouldBe("Q");
        requests[0].HadCredentials.ShouldBeTrue();
        requests[0].Headers.Values.ShouldNotContain("hush-hush");
    }

    [Fact]
    public async Task Listener_of_the_options_is_told_of_each_request()
    {
        var told = new List<string>();
        await using var served = new Served(Some.Estate(1), new SimulatorOptions { Answering = request => told.Add($"{request.PathAndQuery} {request.Status}") });
        await served.IdsAsync("limit=1");
        await served.GetAsync("/nothing", HttpStatusCode.NotFound);
        told.ShouldBe(["/v2/images?limit=1 200", "/nothing 404"]);
    }

    [Theory]
    [InlineData(null, "shared")]
    [InlineData("Q", "shared")]
    [InlineData("N", "shared")]
    [InlineData("M", "private")]
    [InlineData("L", "private")]
    public async Task Api_version_up_to_M_gives_the_results_of_mitaka(string? version, string visibility)
    {
        await using var served = new Served(Some.Estate(Some.Shared("a", Some.Them, (Some.Us, MemberStatus.Accepted))));
        if (version is not null) served.Client.DefaultRequestHeaders.Add("X-Api-Version", version);
        var page = await served.GetAsync("/v2/images?visibility=shared");
        page["images"]![0]!["visibility"]!.ToString().ShouldBe(visibility);
        page["images"]![0]!["name"]!.ToString().ShouldBe("name of a");
        (await served.GetAsync("/v2/images/a"))["visibility"]!.ToString().ShouldBe(visibility);
    }

    [Fact]
    public async Task Image_by_id_is_shown_to_those_who_may_see_it()
    {
        await using var served = new Served(Some.Estate(
            Some.Image("ours"), Some.Image("theirs", json => json["owner"] = Some.Them), Some.Shared("pending", Some.Them, (Some.Us, MemberStatus.Pending))));
        (await served.GetAsync("/v2/images/ours"))["name"]!.ToString().ShouldBe("name of ours");
        (await served.GetAsync("/v2/images/pending"))["id"]!.ToString().ShouldBe("pending");
        await served.GetAsync("/v2/images/theirs", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Schemas_describe_every_field_of_table_2()
    {
        await using var served = new Served(Some.Estate(1));
        var image = (await served.GetAsync("/v2/schemas/image"))["properties"]!.AsObject();
        image.Select(property => property.Key).Order(StringComparer.Ordinal).ShouldBe(ApiPage.Table2.Order(StringComparer.Ordinal));
        image["protected"]!["type"]!.ToString().ShouldBe("boolean");
        image["min_disk"]!["type"]!.ToString().ShouldBe("integer");
        var images = await served.GetAsync("/v2/schemas/images");
        images["properties"]!["images"]!["items"]!["properties"]!.AsObject().Count.ShouldBe(ApiPage.Table2.Count);
    }

    [Fact]
    public async Task Requests_at_once_are_each_answered()
    {
        await using var served = new Served(Some.Estate(100));
        var walks = await Task.WhenAll(Enumerable.Range(1, 8).Select(limit => served.WalkAsync($"limit={limit * 5}")));
        foreach (var walk in walks) walk.Count.ShouldBe(100);
    }
}
