using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ImsAudit.Cli.Tests.Process;

namespace ImsAudit.Cli.Tests.RealGlance;

/// <summary>One Keystone and two Glances, started and filled once a test run (see <c>tests/real-glance</c>).</summary>
public sealed class RealGlanceFixture : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private Cloud? _cloud;
    private Estate? _ims;
    private Estate? _plain;

    public Cloud Cloud => _cloud ?? throw NotThere();

    public Estate Ims => _ims ?? throw NotThere();

    public Estate Plain => _plain ?? throw NotThere();

    public async Task InitializeAsync()
    {
        // xunit makes the fixture even when every test of the collection is skipped.
        if (RealGlancePrograms.WhyNot is not null) return;
        await RunScriptAsync("start.sh", _folder.Path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        _cloud = new Cloud(JsonNode.Parse(await File.ReadAllTextAsync(_folder["env.json"]))!);
        try
        {
            var plain = EstateLoader.LoadPlainAsync(_cloud);
            _ims = await EstateLoader.LoadImsAsync(_cloud);
            _plain = await plain;
        }
        catch (Exception refused) // whatever it was: the servers' logs know why, and are gone with the folder
        {
            throw new InvalidOperationException("The servers refused to be filled.\n" + EndOfLogs(), refused);
        }
    }

    public async Task DisposeAsync()
    {
        if (RealGlancePrograms.WhyNot is null) await RunScriptAsync("stop.sh", _folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    private static InvalidOperationException NotThere() => new(RealGlancePrograms.WhyNot ?? "The servers were not started.");

    private string EndOfLogs() => string.Join('\n', Directory.GetFiles(_folder["log"]).Order().Select(log =>
        $"--- the end of {Path.GetFileName(log)}\n" + string.Join('\n', File.ReadLines(log).TakeLast(25).Select(line => line[..Math.Min(line.Length, 300)]))));

    private static async Task RunScriptAsync(string script, params string[] arguments)
    {
        var path = Path.Combine(ImsAuditBinary.RepositoryRoot, "tests", "real-glance", script);
        var start = new ProcessStartInfo("bash", [path, .. arguments]) { UseShellExecute = false, RedirectStandardError = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, error);
    }
}
