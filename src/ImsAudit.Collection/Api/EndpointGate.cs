namespace ImsAudit.Collection.Api;

/// <summary>
/// Lets requests through to one endpoint: no more than some at a time, and evenly spaced within the rate. The pace is kept
/// by the injected clock, which the limiters of System.Threading.RateLimiting cannot do.
/// </summary>
internal sealed class EndpointGate(int concurrency, double rate, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _places = new(concurrency);
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / rate);
    private readonly Lock _lock = new();
    private DateTimeOffset _nextStart = DateTimeOffset.MinValue;

    /// <summary>True when a request would go out at once, so that it takes no other's turn.</summary>
    public bool HasRoom
    {
        get
        {
            lock (_lock) return _places.CurrentCount > 0 && _nextStart <= time.GetUtcNow();
        }
    }

    /// <summary>Waits for a place and for the turn; disposing what it returns gives the place back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        var place = new Place(_places);
        try
        {
            var wait = Reserve();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    public void Dispose() => _places.Dispose();

    private TimeSpan Reserve()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var start = _nextStart > now ? _nextStart : now;
            _nextStart = start + _spacing;
            return start - now;
        }
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
