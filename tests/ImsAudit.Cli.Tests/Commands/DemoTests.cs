using ImsAudit.Cli.Tests.Doubles;

namespace ImsAudit.Cli.Tests.Commands;

public sealed class DemoTests : IDisposable
{
    private readonly App _app = new() { Clock = new HurriedClock() };

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Demo_exits_0_writes_both_files_and_says_what_the_gate_would_have_said()
    {
        var run = (await _app.RunAsync("demo")).ShouldExit(0);

        run.Output.ShouldContain("the exit code would have been 1");
        run.Output.ShouldContain("imsaudit scan --help");
        _app.Files.ShouldBe(["imsaudit-demo.html", "imsaudit-demo.md"]);
        File.ReadAllText(_app.Folder["imsaudit-demo.html"]).ShouldContain("must-be-uefi");
    }

    [Fact]
    public async Task Simulator_serves_until_it_is_interrupted_and_says_how_to_scan_it()
    {
        using var interrupt = new CancellationTokenSource();
        _app.Cancellation = interrupt.Token;
        _app.Output = new WatchedStream(text =>
        {
            if (text.Contains("--auth none", StringComparison.Ordinal)) interrupt.Cancel();
        });

        var run = (await _app.RunAsync("simulate")).ShouldExit(130);

        run.Error.ShouldNotContain("fault");
        ((WatchedStream)_app.Output).Text.ShouldMatch(@"export OS_AUTH_URL=http://127\.0\.0\.1:\d+/v3");
    }

    [Fact]
    public async Task Port_that_is_taken_is_a_sentence()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        (await _app.RunAsync("simulate", "--port", $"{port}")).ShouldExit(2).Error.ShouldContain("--port");
    }

    [Fact]
    public async Task Estate_is_read_in_any_form_that_scan_reads()
    {
        _app.Folder.Write("no.json", "nothing");

        (await _app.RunAsync("simulate", "--estate", "no.json")).ShouldExit(2).Error.ShouldContain("no.json");
    }

    private sealed class WatchedStream(Action<string> written) : MemoryStream
    {
        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        // A stream that is derived gets spans as arrays, too.
        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            written(Text);
        }
    }
}
