using System.Net;

namespace ImsAudit.Simulator.Tests;

/// <summary>The shapes of errors: the gateway's, IMS's, IAM's, and Glance's three.</summary>
public sealed class ErrorTests
{
    [Fact]
    public async Task Ims_bad_request_carries_an_img_code()
    {
        await using var served = new Served(Some.Estate(1));
        var body = await served.GetAsync("/v2/images?__imagetype=gold2", HttpStatusCode.BadRequest);
        body.ToJsonString().ShouldBe("""{"error":{"message":"The imagetype is invalid.","code":"IMG.0024"}}""");
    }

    [Fact]
    public async Task Ims_without_token_answers_as_the_gateway()
    {
        await using var served = new Served(Some.Estate(1), new SimulatorOptions { RequireToken = true });
        var body = await served.GetAsync("/v2/images", HttpStatusCode.Unauthorized);
        body["error_code"]!.ToString().ShouldBe("APIGW.0301");
        body["error_msg"]!.ToString().ShouldNotBeEmpty();
        body["request_id"]!.ToString().Length.ShouldBe(32);
    }

    [Fact]
    public async Task Ims_unknown_path_answers_as_the_gateway()
    {
        await using var served = new Served(Some.Estate(1));
        var body = await served.GetAsync("/v2/imagess", HttpStatusCode.NotFound);
        body["error_code"]!.ToString().ShouldBe("APIGW.0101");
    }

    [Fact]
    public async Task Ims_unknown_image_is_not_found()
    {
        await using var served = new Served(Some.Estate(1));
        var body = await served.GetAsync("/v2/images/nothing", HttpStatusCode.NotFound);
        body["error"]!["code"]!.ToString().ShouldBe("IMG.0086");
    }

    [Fact]
    public async Task Another_method_is_not_allowed()
    {
        await using var served = new Served(Some.Estate(1));
        await served.PostAsync("/v2/images", "{}", HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html", "text/html")]
    [InlineData("*/*", "text/html")]
    [InlineData("text/plain", "text/plain")]
    public async Task Glance_error_comes_as_the_client_accepts(string accept, string expected)
    {
        await using var served = new Served(Some.Estate(1), SimulatorMode.Glance);
        served.Client.DefaultRequestHeaders.Add("Accept", accept);
        using var response = await served.Client.GetAsync(new Uri("/v2/images?limit=%3Cx%3E&marker=%3Cb%3E", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("400 Bad Request");
        body.ShouldContain("limit param must be an integer");
    }

    [Fact]
    public async Task Glance_error_page_does_not_run_what_was_asked_for()
    {
        await using var served = new Served(Some.Estate(1), SimulatorMode.Glance);
        served.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        using var response = await served.Client.GetAsync(new Uri("/v2/images?marker=%3Cscript%3E", UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        body.ShouldContain("&lt;script&gt;");
        body.ShouldNotContain("<script>");
    }

    [Theory]
    [InlineData(SimulatorMode.Ims, "X-Request-Id")]
    [InlineData(SimulatorMode.Glance, "x-openstack-request-id")]
    public async Task Every_answer_names_its_request(SimulatorMode mode, string header)
    {
        await using var served = new Served(Some.Estate(1), mode);
        foreach (var path in new[] { "/v2/images", "/v2/images?limit=x", "/nothing" })
        {
            using var response = await served.Client.GetAsync(new Uri(path, UriKind.Relative));
            response.Headers.GetValues(header).Single().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Identity_error_is_iams()
    {
        await using var served = new Served(Some.Estate(1));
        var body = await served.PostAsync("/v3/auth/tokens", "not json", HttpStatusCode.BadRequest);
        body["error"]!["code"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.Number);
        body["error"]!["title"]!.ToString().ShouldBe("Bad Request");
    }
}
