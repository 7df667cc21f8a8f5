namespace ImsAudit.History.Reading;

/// <summary>From a moment up to, and without, another; UTC.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    /// <summary>Periods of one length, the last of which ends behind a moment; the oldest first.</summary>
    public static IReadOnlyList<Period> Before(DateTimeOffset until, TimeSpan length, int count)
    {
        var periods = new List<Period>();
        // The moment itself belongs to the last period.
        for (var end = until.AddTicks(1); periods.Count < count && end - DateTimeOffset.MinValue > length; end -= length) periods.Insert(0, new Period(end - length, end));
        return periods;
    }
}
