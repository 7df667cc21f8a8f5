using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.Evaluation;

/// <summary>
/// The pipeline for large files: lines in blocks, judged on all cores, each image's bytes read once, findings written in
/// order while the next are judged. It comes to what <see cref="Audit"/> comes to.
/// </summary>
public sealed class LineAudit : IDisposable
{
    private readonly ImageLines _lines;
    private readonly Stream _output;
    private readonly object _turnstile = new();
    private readonly SeenIds _seen = new();
    private readonly List<LineJudge> _judges;
    private readonly CancellationToken _cancellation;
    private volatile bool _failed;
    private int _turn;
    private long _images;
    private string? _unknownType;

    private LineAudit(PolicySet policies, ImageLines lines, (AuditOptions Options, Stream Output, int Workers) how, CancellationToken cancellationToken)
    {
        (_lines, _output, _cancellation) = (lines, how.Output, cancellationToken);
        _judges = [.. Enumerable.Range(0, how.Workers).Select(_ => new LineJudge(policies, lines, (how.Options.AsOf, how.Options.Language)))];
    }

    /// <summary>Whether each image can be judged by itself, and its findings need nothing but it.</summary>
    public static bool CanJudge(PolicySet policies, AuditOptions options) => options.Waivers is null && options.Baseline is null && options.Known is null && !options.Gate.NeedsHistory
        && policies.Policies.All(policy => policy.Assertion is ImageAssertion && policy.Queries.Count == 0);

    /// <param name="how">Among it the output, which gets each finding as a line of NDJSON, and how many workers judge at a time.</param>
    /// <exception cref="NotLinesException">The file must be read the general way; what was written is void.</exception>
    public static async Task<AuditResult> RunAsync(
        PolicySet policies, ImageLines lines, (AuditOptions Options, TimeProvider Clock, Stream Output, int Workers) how, CancellationToken cancellationToken = default)
    {
        using var audit = new LineAudit(policies, lines, (how.Options, how.Output, how.Workers), cancellationToken);
        await audit.JudgeAsync();
        var tallies = audit.Tallies();
        var gate = new GateTally(how.Options.Gate, how.Options.AsOf);
        var found = new FindingTally(gate);
        foreach (var tally in tallies) found.Add(tally);
        var notes = lines.Notes(audit._judges.Sum(judge => judge.UnknownTypes), audit._unknownType ?? "");
        var results = tallies.ConvertAll(tally => tally.ToResult(how.Options.Language));
        return Audit.Conclude(policies, new JudgedLines(lines.Projects, notes), how.Options, (audit._images, results, found, gate, how.Clock.GetUtcNow()));
    }

    public void Dispose() => _judges.ForEach(judge => judge.Dispose());

    private async Task JudgeAsync()
    {
        if (_judges.Count == 1) Work(_judges[0]);
        else await Task.WhenAll(_judges.Select(judge => Task.Run(() => Work(judge), _cancellation)));
    }

    /// <summary>Takes block after block; writes when all before it are written.</summary>
    private void Work(LineJudge judge)
    {
        var block = _lines.NewBlock();
        try
        {
            while (!_failed && _lines.Next(block))
            {
                _cancellation.ThrowIfCancellationRequested();
                judge.See(block);
                WriteInTurn(judge, block.Number);
            }
        }
        catch
        {
            // The others must not wait for a block that never comes.
            _failed = true;
            lock (_turnstile) Monitor.PulseAll(_turnstile);
            throw;
        }
    }

    private void WriteInTurn(LineJudge judge, int number)
    {
        lock (_turnstile)
        {
            while (_turn != number && !_failed) Monitor.Wait(_turnstile);
            if (_failed) return;
            foreach (var id in judge.Ids)
                if (!_seen.Add(id))
                    throw new NotLinesException();
            _output.Write(judge.Findings.Buffer.Written);
            _images += judge.Ids.Count;
            _unknownType ??= judge.UnknownType;
            _turn++;
            Monitor.PulseAll(_turnstile);
        }
    }

    private List<PolicyTally> Tallies()
    {
        var tallies = _judges[0].Tallies.ToList();
        foreach (var other in _judges.Skip(1))
            foreach (var (mine, theirs) in tallies.Zip(other.Tallies)) mine.Add(theirs);
        return tallies;
    }

    /// <summary>What is known of the lines when they were judged.</summary>
    private sealed class JudgedLines(ScannedProjects projects, IReadOnlyList<string> notes) : IInventory
    {
        public Completeness Completeness => Completeness.NotKnown;

        public IReadOnlyList<Listing> Listings => [];

        public ScannedProjects Projects => projects;

        public IReadOnlyList<string> Notes => notes;

        public string? SnapshotSha256 => null;

        public IAsyncEnumerable<Image> ReadAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Lines are read once.");
    }
}
