namespace ImsAudit.Simulator.Http;

/// <summary>The latest requests, oldest first, so many that a test never loses one and a server that runs for weeks does not grow.</summary>
internal sealed class RequestLog
{
    private const int Most = 10_000;
    private readonly Lock _lock = new();
    private readonly Queue<LoggedRequest> _requests = new();

    public void Add(LoggedRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == Most) _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<LoggedRequest> ToList()
    {
        lock (_lock) return [.. _requests];
    }
}
