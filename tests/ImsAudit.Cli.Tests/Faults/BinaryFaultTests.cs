using System.Net;
using System.Net.Sockets;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.Simulator;
using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Cli.Tests.Faults;

/// <summary>A handful of the fault table (tests/ImsAudit.Collection.Tests/Faults) through the built program: exit 3, a report, and its first line.</summary>
public sealed class BinaryFaultTests : IDisposable
{
    private const string Token = "t0ken-of-a-fault-test-8f2c";

    private readonly TempFolder _folder = new();
    private readonly TcpListener _elsewhere = new(IPAddress.Loopback, 0);
    private readonly ManualResetEventSlim _over = new();

    public BinaryFaultTests() => _elsewhere.Start();

    public void Dispose()
    {
        _over.Set();
        _elsewhere.Stop();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("503", "answered 503")]
    [InlineData("garbage", "is not valid UTF-8")]
    [InlineData("deep", "is not valid JSON")]
    [InlineData("next", "points to another server")]
    [InlineData("redirect", "answered 307 and points to http://127.0.0.1:")]
    [InlineData("echo", "repeats the credentials")]
    [InlineData("silence", "--timeout")]
    public async Task Fault_exits_3_with_a_report_whose_first_line_says_so(string fault, string said)
    {
        await using var server = SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new() { Intercept = request => IsHit(request) ? Answer(fault) : null });
        string[] arguments = ["scan", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--category", "public", "--page-size", "5", "--rate", "1000",
            "--timeout", fault == "silence" ? "3s" : "60s", "--fail-on", "none", "--output", "text=r.txt", "--output", "html=r.html", "--output", "json=r.json", "--save-snapshot", "s.ndjson"];

        var run = await ImsAuditProcess.RunAsync(arguments, new Dictionary<string, string> { ["OS_TOKEN"] = Token }, workingFolder: _folder.Path);

        run.ShouldExit(3).Error.ShouldContain("INCOMPLETE");
        run.Error.ShouldContain(said);
        File.ReadLines(_folder["r.txt"]).First().ShouldStartWith("INCOMPLETE");
        File.ReadAllText(_folder["r.txt"]).ShouldContain(said);
        File.ReadAllText(_folder["r.json"]).ShouldContain("\"complete\": false");
        File.Exists(_folder["r.html"]).ShouldBeTrue();
        _elsewhere.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Burst_that_passes_exits_0_and_the_retries_are_told()
    {
        var busy = 2;
        await using var server = SimulatorServer.Start(SimulatedEstate.Generate(App.Now, images: 60), new()
        {
            Intercept = request => IsHit(request) && Interlocked.Decrement(ref busy) >= 0 ? Answer("503") : null,
        });

        var run = await ImsAuditProcess.RunAsync(
            ["collect", "-o", "s.ndjson", "--endpoint", server.Endpoint.AbsoluteUri, "--project", server.Estate.Projects[0].Id, "--category", "public", "--page-size", "5", "--rate", "1000"], workingFolder: _folder.Path);

        run.ShouldExit(0);
        File.ReadAllText(_folder["s.ndjson"]).ShouldContain("\"retries\":2");
    }

    private static bool IsHit(SimulatedRequest request) => request.PathAndQuery.Contains("marker=", StringComparison.Ordinal);

    private SimulatedResponse Answer(string fault) => fault switch
    {
        "503" => SimulatedResponse.Text(503, "busy").WithHeader("Retry-After", "0"),
        "garbage" => SimulatedResponse.Json(200, new byte[] { 0xC3, 0x28, 0xFF, 0 }),
        "deep" => SimulatedResponse.Json(200, "{\"x\":" + new string('[', 100_000)),
        "next" => SimulatedResponse.Json(200, "{\"images\":[{\"id\":\"a\"}],\"next\":\"" + Elsewhere + "/v2/images?marker=a\"}"),
        "redirect" => SimulatedResponse.Text(307, "").WithHeader("Location", $"{Elsewhere}/v2/images"),
        "echo" => SimulatedResponse.Json(200, "{\"images\":[{\"id\":\"a\",\"name\":\"" + Token + "\"}]}"),
        _ => Silence(),
    };

    private string Elsewhere => $"http://{_elsewhere.LocalEndpoint}";

    private SimulatedResponse Silence()
    {
        _over.Wait();
        return SimulatedResponse.Text(500, "");
    }
}
