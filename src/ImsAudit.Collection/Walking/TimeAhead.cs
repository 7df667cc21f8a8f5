namespace ImsAudit.Collection.Walking;

/// <summary>
/// The time that a stretch still has before it, from its last image down to where the next stretch begins, in seconds
/// since 1970. It only says where splitting pays: nothing that is kept or called complete depends on it.
/// </summary>
internal sealed class TimeAhead(long from, long floor)
{
    /// <summary>2010-01-01: there was no Glance before. Older images are found by walking, only not by splitting.</summary>
    private const long Earliest = 1_262_304_000;

    private const int ShortPages = 2;
    private long? _perPage;

    /// <summary>The time of the last image; the largest number while that is not known.</summary>
    public long From { get; private set; } = from;

    /// <summary>What is left is not known to be older than this.</summary>
    public long Floor { get; set; } = floor;

    /// <summary>Where its first image is; the largest number for the beginning of the listing.</summary>
    public long Start { get; } = from;

    /// <summary>The times that are being asked about.</summary>
    public List<long> Probed { get; } = [];

    /// <summary>Worth a request: at the pace of the last page there is more than a few pages left.</summary>
    public bool IsLong => From - Floor > ShortPages * _perPage;

    /// <summary>What is left, cut where it is being asked about.</summary>
    public IEnumerable<(long From, long To)> Parts
    {
        get
        {
            long[] cuts = [From, .. Probed.Where(time => time > Floor && time < From).OrderDescending(), Floor];
            return cuts.Zip(cuts.Skip(1));
        }
    }

    /// <summary>Of a walk that begins.</summary>
    public static TimeAhead Whole => new(long.MaxValue, Earliest);

    /// <summary>Notes the first and last image of a page; false when they are not in the order newest first.</summary>
    public bool Pass(long first, long last)
    {
        if (first > From || last > first) return false;
        _perPage = Math.Min(From, first) - last;
        From = last;
        return true;
    }

    /// <summary>The stretch went back by an unknown way.</summary>
    public void Lose()
    {
        From = long.MaxValue;
        _perPage = null;
    }
}
