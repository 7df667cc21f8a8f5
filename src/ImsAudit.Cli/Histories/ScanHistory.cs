using ImsAudit.Baselines;
using ImsAudit.Cli.Messages;
using ImsAudit.Evaluation;
using ImsAudit.Forecasts;
using ImsAudit.History;
using ImsAudit.History.Addresses;
using ImsAudit.History.Recording;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Cli.Histories;

/// <summary>The history beside a scan: what it knows before, what it keeps after. Without one, nothing.</summary>
internal sealed class ScanHistory : IAsyncDisposable
{
    private readonly Invocation _invocation;
    private readonly HistoryStore? _store;
    private readonly List<SeenFinding> _streamed = [];
    private PendingScan? _pending;

    private ScanHistory(Invocation invocation, HistoryStore? store) => (_invocation, _store) = (invocation, store);

    /// <summary>Opens it before anything is collected, so that one that cannot be used costs nothing.</summary>
    /// <param name="address">Null: there is none.</param>
    /// <exception cref="HistoryException">It cannot be opened.</exception>
    public static async Task<ScanHistory> OpenAsync(Invocation invocation, HistoryAddress? address) =>
        new(invocation, address is null ? null : await HistoryStore.OpenAsync(address, create: true, invocation.Cancellation));

    public async Task<KnownFindings?> ReadKnownAsync(IInventory inventory, DateTimeOffset asOf)
    {
        if (_store is null) return null;
        if (asOf > _invocation.Surroundings.Clock.GetUtcNow())
            _invocation.Log.Warning($"--as-of lies in the future; {_store.Name} takes this scan as made then, and earlier ones that come after it as late.");
        return await _store.ReadKnownAsync(inventory, asOf, _invocation.Cancellation);
    }

    /// <summary>Notes each finding on its way into a stream, since the result will not have it.</summary>
    public Action<Finding> Watch(Action<Finding> found) => _store is null ? found : finding =>
    {
        _streamed.Add(SeenFinding.Of(finding));
        found(finding);
    };

    /// <summary>What will fail and does not fail now, for the history to keep; null without one.</summary>
    public async Task<SeenForecast?> LookAheadAsync(PolicySet policies, IInventory inventory, AuditOptions options)
    {
        if (_store is null) return null;
        var plan = new ForecastPlan(policies, options.Waivers?.Waivers ?? [], options.AsOf);
        var due = new List<SeenDue>();
        await Forecast.RunAsync(plan, inventory, one => due.Add(SeenDue.Of(one)), _invocation.Cancellation);
        return new SeenForecast(plan.Until, due);
    }

    /// <summary>
    /// Writes the scan into the history, where it counts only with <see cref="CommitAsync"/>: a run whose reports cannot be
    /// written was never there, and one that is made again finds what it found. When it fails the reports are written all
    /// the same, and say it; exit code 3.
    /// </summary>
    public Task<AuditResult> PrepareAsync(ScanToStore scan) => _store is null ? Task.FromResult(scan.Result) : SafelyAsync(scan.Result, async () =>
    {
        var findings = _streamed.Count > 0 ? _streamed : [.. scan.Result.Findings.Select(SeenFinding.Of)];
        _pending = await _store.PrepareAsync(scan with { Findings = findings }, _invocation.Cancellation);
    });

    /// <summary>From here on the scan counts.</summary>
    /// <returns>The result, or one that says that the history does not have it.</returns>
    public Task<AuditResult> CommitAsync(AuditResult result) => _pending is not { } pending ? Task.FromResult(result) : SafelyAsync(result, async () =>
    {
        await pending.CommitAsync(_invocation.Cancellation);
        Say(result, pending.Stored);
    });

    private async Task<AuditResult> SafelyAsync(AuditResult result, Func<Task> store)
    {
        try
        {
            await store();
            return result;
        }
        catch (HistoryException failure)
        {
            return Failed(result, failure.Message);
        }
        // Whatever went wrong with the history, a scan that was made is reported.
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            if (_invocation.Log.IsVerbose) _invocation.Log.Error(bug.ToString());
            return Failed(result, Fault.Sentence(bug));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_pending is not null) await _pending.DisposeAsync();
        if (_store is not null) await _store.DisposeAsync();
    }

    private AuditResult Failed(AuditResult result, string why)
    {
        var failed = Unwritten(result, why);
        _invocation.Log.Error(failed.Run.Notes[0]);
        return failed;
    }

    /// <summary>The result of a scan that the history does not have.</summary>
    public static AuditResult Unwritten(AuditResult result, string why)
    {
        var sentence = $"THE HISTORY WAS NOT WRITTEN: {why}";
        return result with
        {
            Run = result.Run with { HistoryError = why, Notes = [sentence, .. result.Run.Notes] },
            Summary = result.Summary with { Gate = result.Summary.Gate with { Passed = false, ExitCode = ExitCode.Incomplete } },
        };
    }

    private void Say(AuditResult result, StoredScan stored)
    {
        if (stored.AlreadyThere)
        {
            _invocation.Log.Warning($"{_store!.Name} has a run {result.Run.Id} already; nothing was stored.");
            return;
        }
        if (stored.Late) _invocation.Log.Warning($"{_store!.Name} has a later scan of the same; this one is listed there, and changes no finding that the later one looked at.");
        _invocation.Log.Info($"History {_store!.Name}: opened {stored.Opened}{(stored.Reopened > 0 ? $" (reopened {stored.Reopened})" : "")}, fixed {stored.Fixed}.");
    }
}
