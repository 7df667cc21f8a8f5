namespace ImsAudit.History;

/// <summary>A time as both databases keep it: microseconds since 1970-01-01T00:00:00Z, in a 64-bit integer.</summary>
public static class Moment
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;

    public static long ToStore(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TicksPerMicrosecond;

    public static DateTimeOffset FromStore(long microseconds) => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TicksPerMicrosecond);
}
