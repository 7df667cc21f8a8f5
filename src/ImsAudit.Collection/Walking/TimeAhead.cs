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

    /// <summary>It was asked about last in vain: what is left lies rather near.</summary>
    public bool IsDry { get; set; }

    /// <summary>Where its first image is; the largest number for the beginning of the listing.</summary>
    public long Start { get; } = from;

    /// <summary>The times that are being asked about.</summary>
    public List<long> Probed { get; } = [];

    /// <summary>Worth a request: at the pace of the last page there is more than a few pages left.</summary>
    public bool IsLong => From - Floor > ShortPages * _perPage;

    /// <summary>The widest part of what is left that nobody is asking about.</summary>
    public (long From, long To) Widest
    {
        get
        {
            long[] cuts = [From, .. Probed.Where(time => time > Floor && time < From).OrderDescending(), Floor];
            return cuts.Zip(cuts.Skip(1)).MaxBy(part => part.First - part.Second);
        }
    }

    /// <summary>Where to cut a part: in the middle, or, to come near quickly, in the middle between a page's time and its own.</summary>
    public long Cut((long From, long To) part)
    {
        var width = part.From - part.To;
        var isNear = IsDry && part.From == From && _perPage is not null;
        return part.From - (isNear ? Math.Max(1, (long)Math.Sqrt((double)width * Math.Max(1, _perPage!.Value))) : width / 2);
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
