namespace ImsAudit.History.Reading;

/// <summary>From a moment up to, and without, another; UTC.</summary>
public readonly record struct Period(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset time) => time >= From && time < To;

    /// <summary>The end of a period that a moment belongs to as its last one.</summary>
    public static DateTimeOffset Behind(DateTimeOffset moment) => moment < DateTimeOffset.MaxValue ? moment.AddTicks(1) : moment;

    /// <summary>Periods of one length, the last of which ends behind a moment; the oldest first.</summary>
    public static IReadOnlyList<Period> Before(DateTimeOffset until, TimeSpan length, int count)
    {
        var periods = new List<Period>();
        // The moment itself belongs to the last period.
        for (var end = Behind(until); periods.Count < count && end - DateTimeOffset.MinValue > length; end -= length) periods.Insert(0, new Period(end - length, end));
        return periods;
    }
}
