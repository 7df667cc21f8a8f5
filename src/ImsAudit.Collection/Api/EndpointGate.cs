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

    /// <summary>How many requests more could have been sent by now: places and turns that nobody used.</summary>
    public int Spare
    {
        get
        {
            lock (_lock)
            {
                var idle = time.GetUtcNow() - _nextStart;
                return idle < TimeSpan.Zero ? 0 : (int)Math.Min(_places.CurrentCount, 1 + (idle / _spacing));
            }
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
