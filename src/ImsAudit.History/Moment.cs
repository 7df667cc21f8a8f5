namespace ImsAudit.History;

/// <summary>A time as both databases keep it: microseconds since 1970-01-01T00:00:00Z, in a 64-bit integer.</summary>
public static class Moment
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static long ToStore(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    /// <summary>The first time that the store can hold and that is not before a moment: so a period's bounds, which are finer, stay bounds.</summary>
    public static long ToStoreFrom(DateTimeOffset time) => ToStore(time) + (FromStore(ToStore(time)) < time ? 1 : 0);

    public static DateTimeOffset FromStore(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TicksPerMicrosecond);
}
