namespace ImsAudit.Collection.Walking;

/// <summary>A question for the newest image before a time, where a stretch may be split.</summary>
/// <param name="Before">Seconds since 1970.</param>
internal readonly record struct Probe(Stretch Stretch, long Before)
{
    public DateTimeOffset Time => DateTimeOffset.FromUnixTimeSeconds(Before);
}
