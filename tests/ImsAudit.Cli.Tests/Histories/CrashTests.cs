using System.Diagnostics;
using System.Globalization;
using ImsAudit.Cli.Tests.Doubles;
using ImsAudit.Cli.Tests.Process;
using ImsAudit.History;
using ImsAudit.History.Addresses;
using ImsAudit.History.Reading;
using Microsoft.Data.Sqlite;

namespace ImsAudit.Cli.Tests.Histories;

/// <summary>
/// The real program is killed (SIGKILL) at random moments while it scans and stores; each time the history is as it was, or
/// has the whole scan. IMSAUDIT_CRASHES says how often; CI says 50.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Images = 2_000;
    private static readonly int s_crashes = int.Parse(Environment.GetEnvironmentVariable("IMSAUDIT_CRASHES") ?? "8", CultureInfo.InvariantCulture);

    private readonly TempFolder _folder = new();
    private readonly Random _random = new(6);

    public CrashTests()
    {
        _folder.Write("own.policy.json", Texts.Policy(""" "require": { "field": "x", "equals": "good" } """));
        // Every other image is bad in one snapshot, every third in the other.
        foreach (var step in new[] { 2, 3 })
            _folder.Write($"{step}.ndjson", SnapshotText.Of([.. Enumerable.Range(0, Images).Select(number => $$"""{"id":"i{{number}}","name":"of {{step}}","x":"{{(number % step == 0 ? "bad" : "good")}}"}""")]));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Program_that_is_killed_leaves_the_history_whole()
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(0, killAfter: null);
        var whole = watch.Elapsed;
        (await StoredAsync()).ShouldBe(["run 0"]);

        var expected = new List<string> { "run 0" };
        for (var crash = 1; crash <= s_crashes; crash++)
        {
            // The last part of a run is when it stores; killing it while it starts would show little.
            await RunAsync(crash, whole * (0.4 + (_random.NextDouble() * 0.7)));
            var stored = await StoredAsync();
            if (stored.Count > expected.Count) expected.Add($"run {crash}");
            stored.ShouldBe(expected, $"after crash {crash}");
            await OpenFindingsAreThoseOfTheLastScanAsync();
        }
        await RunAsync(s_crashes + 1, killAfter: null);
        (await StoredAsync()).ShouldBe([.. expected, $"run {s_crashes + 1}"]);
    }

    private async Task RunAsync(int run, TimeSpan? killAfter)
    {
        var start = ImsAuditBinary.StartInfo(_folder.Path);
        string[] arguments = ["scan", "--quiet", "--fail-on", "none", "--from", $"{StepOf(run)}.ndjson", "--policies", "own.policy.json", "--history", "h.db", "--run-id", $"run {run}", "--as-of", $"2026-01-01T00:{run:00}:00Z", "--output", "json=/dev/null"];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = System.Diagnostics.Process.Start(start)!;
        if (killAfter is { } moment)
        {
            using var limit = new CancellationTokenSource(moment);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }
        await process.WaitForExitAsync();
        if (killAfter is null) process.ExitCode.ShouldBe(0);
    }

    private async Task<IReadOnlyList<string>> StoredAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_folder["h.db"]};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        (await command.ExecuteScalarAsync()).ShouldBe("ok");
        return await ReadAsync(async reading => (IReadOnlyList<string>)[.. (await reading.ScansAsync(HistoryReading.Always, CancellationToken.None)).Select(scan => scan.RunId)]);
    }

    private async Task OpenFindingsAreThoseOfTheLastScanAsync()
    {
        var (scan, open) = await ReadAsync(async reading =>
        {
            var last = (await reading.ScansAsync(HistoryReading.Always, CancellationToken.None))[^1];
            return (last, await reading.FindingsOfAsync(last, CancellationToken.None));
        });
        var step = StepOf(int.Parse(scan.RunId.Split(' ')[1], CultureInfo.InvariantCulture));
        open.Select(finding => finding.Image!.Id).Order(StringComparer.Ordinal)
            .ShouldBe(Enumerable.Range(0, Images).Where(number => number % step == 0).Select(number => $"i{number}").Order(StringComparer.Ordinal));
        open.ShouldAllBe(finding => finding.Image!.Name == $"of {step}");
    }

    private async Task<T> ReadAsync<T>(Func<HistoryReading, Task<T>> read)
    {
        await using var store = await HistoryStore.OpenAsync(new SqliteAddress(_folder["h.db"], "h.db"), create: false, CancellationToken.None);
        return await store.ReadAsync(read, CancellationToken.None);
    }

    private static int StepOf(int run) => run % 2 == 0 ? 2 : 3;
}
