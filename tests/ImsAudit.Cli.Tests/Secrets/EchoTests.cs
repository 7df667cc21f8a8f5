using System.Text;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Reporting.Formats;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Cli.Tests.Secrets;

/// <summary>Servers that write back what they were sent, wherever they can. The watch around each run finds what comes through.</summary>
public sealed class EchoTests : IDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };

    public static TheoryData<string, string> Everywhere
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var credential in new[] { "token", "password", "key" })
                foreach (var place in new[] { "error", "plain error", "next", "redirect", "image", "image in base64", "image with escapes", "header" })
                    cases.Add(credential, place);
            return cases;
        }
    }

    public void Dispose() => _app.Dispose();

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Credential_that_the_image_service_writes_back_is_nowhere_in_what_is_written(string credential, string place)
    {
        await using var server = Start(request => request.Path == "/v2/images" ? Echo(place, Sent(request)) : null);
        SetUp(server, credential);

        var run = await ScanAsync(server);

        run.ShouldExit(3).Error.ShouldContain("INCOMPLETE");
        File.ReadAllText(_app.Folder["r.json"]).ShouldContain("\"complete\": false");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(500)]
    public async Task Password_that_the_identity_service_writes_back_is_nowhere_in_what_is_written(int status)
    {
        await using var server = Start(request => request.Path.StartsWith("/v3", StringComparison.Ordinal)
            ? SimulatedResponse.Json(status, "{\"code\":\"X\",\"message\":\"no user for " + request.Body.Replace("\"", "'", StringComparison.Ordinal) + "\"}")
            : null);
        SetUp(server, "password");

        (await ScanAsync(server)).ShouldExit(3).Error.ShouldContain("INCOMPLETE");
    }

    [Fact]
    public async Task Token_in_the_name_of_an_image_makes_the_listing_incomplete_and_says_what_to_do()
    {
        const string token = "t0ken-that-somebody-put-into-a-name";
        await using var server = Start(request => request.PathAndQuery.Contains("__imagetype=market", StringComparison.Ordinal)
            ? SimulatedResponse.Json(200, $$"""{"images":[{"id":"a","name":"{{token}}"}]}""")
            : null);
        _app.Environment["OS_TOKEN"] = token;

        var run = await ScanAsync(server);

        run.ShouldExit(3).Error.ShouldContain("replace the token or key");
        File.ReadAllText(_app.Folder["s.ndjson"]).ShouldContain("\"complete\":true", customMessage: "the other listings stand");
    }

    private Task<Process.ImsAuditRun> ScanAsync(SimulatorServer server)
    {
        var outputs = ReportFormats.All.SelectMany(format => new[] { "--output", $"{format.Name}=r.{format.Name}" });
        return _app.RunAsync(["scan", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--rate", "1000", .. outputs,
            "--save-snapshot", "s.ndjson", "--verbose", "--fail-on", "none"]);
    }

    private void SetUp(SimulatorServer server, string credential)
    {
        if (credential == "token") _app.Environment["OS_TOKEN"] = "t0ken+of/a=test-8f2c1a";
        if (credential == "key")
        {
            _app.Environment["HUAWEICLOUD_SDK_AK"] = server.AccessKeys[0].Id;
            _app.Environment["HUAWEICLOUD_SDK_SK"] = server.AccessKeys[0].SecretKey;
            _app.Environment["HUAWEICLOUD_SDK_SECURITY_TOKEN"] = "s3curity+token/of=a-test";
        }
        if (credential != "password") return;
        _app.Environment["OS_AUTH_URL"] = $"{server.Endpoint}v3";
        _app.Environment["OS_USERNAME"] = server.User;
        _app.Environment["OS_PASSWORD"] = server.Password;
        _app.Environment["OS_PROJECT_ID"] = server.Estate.Projects[0].Id;
    }

    private static string Sent(SimulatedRequest request) =>
        string.Join(' ', new[] { "X-Auth-Token", "X-Security-Token", "Authorization" }.Select(request.Header).OfType<string>());

    private static SimulatedResponse Echo(string place, string sent) => place switch
    {
        "error" => SimulatedResponse.Json(400, $$"""{"error_code":"X.1","error_msg":"{{sent}}"}"""),
        "plain error" => SimulatedResponse.Text(403, $"You sent {sent}."),
        "next" => Images("\"id\":\"a\"", $$""" "next":"/v2/images?marker={{Uri.EscapeDataString(sent)}}", """),
        "redirect" => SimulatedResponse.Text(302, "").WithHeader("Location", $"http://127.0.0.1:1/{Uri.EscapeDataString(sent)}?{Uri.EscapeDataString(sent)}"),
        "image" => Images($"\"id\":\"{sent}\",\"name\":\"{sent}\""),
        "image in base64" => Images($"\"id\":\"a\",\"name\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(sent))}\""),
        "image with escapes" => Images($"\"id\":\"a\",\"name\":\"{string.Concat(sent.Select(c => $"\\u{(int)c:X4}"))}\""),
        _ => SimulatedResponse.Text(418, "").WithHeader("X-Echo", sent).WithHeader("X-Auth-Token", sent),
    };

    private static SimulatedResponse Images(string image, string before = "") => SimulatedResponse.Json(200, "{" + before + "\"images\":[{" + image + "}]}");

    private static SimulatorServer Start(Func<SimulatedRequest, SimulatedResponse?> intercept) =>
        SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new() { Intercept = intercept });
}
