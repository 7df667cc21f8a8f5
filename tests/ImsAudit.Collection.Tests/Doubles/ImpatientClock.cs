using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>A clock on which every wait is over at once, but for the time limits, which only a test lets pass.</summary>
internal sealed class ImpatientClock : FakeTimeProvider
{
    public static readonly TimeSpan RequestLimit = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan CollectionLimit = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly Lock _passing = new();
    private int _timers;

    public ImpatientClock() : base(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)) { }

    /// <summary>What was waited for, in order; the limits are not among it.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    /// <summary>Lets time pass. One thread at a time: a timer that is due while two advance the clock may be missed.</summary>
    public void Pass(TimeSpan time)
    {
        lock (_passing) Advance(time);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        // A collection's first timer is its own end; the others are limits of requests, or waits.
        var isLimit = Interlocked.Increment(ref _timers) == 1 || dueTime == RequestLimit;
        if (dueTime > TimeSpan.Zero && !isLimit)
        {
            _waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => Pass(dueTime));
        }
        return timer;
    }
}
