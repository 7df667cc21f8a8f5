using ImsAudit.Inventories;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// A part of a listing that is walked page by page: from an image down to one that another stretch came by, or to the end.
/// A walk begins as one stretch and may be split.
/// </summary>
/// <param name="start">The image behind which it begins; null for the beginning of the listing.</param>
internal sealed class Stretch(string? start, TimeAhead ahead)
{
    private readonly HashSet<string> _markers = new(StringComparer.Ordinal);
    private readonly List<string> _order = start is null ? [] : [start];

    public string? Start { get; } = start;

    /// <summary>The image behind which its next page begins.</summary>
    public string? Marker { get; set; } = start;

    public TimeAhead Ahead { get; } = ahead;

    public Recovery Recovery { get; } = new(mayRestart: start is null);

    public EmptyPages Empty { get; } = new();

    /// <summary>The stretch that begins next behind it.</summary>
    public Stretch? Below { get; private set; }

    /// <summary>The stretch that it reached; what follows is that one's.</summary>
    public Stretch? Met { get; set; }

    /// <summary>How the server said that nothing follows; not known until then.</summary>
    public ListingEnd Ended { get; set; }

    /// <summary>It lost its place: those above walk through it.</summary>
    public bool Abandoned { get; set; }

    /// <summary>Its next page is being asked for.</summary>
    public bool Asked { get; set; }

    public bool IsWalking => Met is null && Ended == ListingEnd.NotKnown && !Abandoned;

    /// <summary>True when it brought an image.</summary>
    public bool Brought => _order.Count > (Start is null ? 0 : 1);

    /// <summary>The image that it passed last, or its start.</summary>
    public string? Last => _order.Count > 0 ? _order[^1] : null;

    /// <summary>This stretch and all below it.</summary>
    public IEnumerable<Stretch> Down
    {
        get
        {
            for (var stretch = this; stretch is not null; stretch = stretch.Below) yield return stretch;
        }
    }

    public bool IsAbove(Stretch other) => other != this && Down.Contains(other);

    /// <summary>Lets another stretch begin behind it, before the one that was next.</summary>
    public void Insert(Stretch lower)
    {
        lower.Below = Below;
        Below = lower;
    }

    public void Pass(string id) => _order.Add(id);

    /// <summary>Goes on behind a marker; false when it was followed before.</summary>
    public bool Follow(string marker)
    {
        Marker = marker;
        return _markers.Add(marker);
    }

    /// <summary>Walks on behind its last image, because what it met is no more.</summary>
    public void Resume()
    {
        Met = null;
        Marker = Last;
    }

    /// <summary>The id before a marker that is gone, to go on from; null when there is none. What lies behind it may come again.</summary>
    public string? StepBack(string marker, Trail trail)
    {
        var at = _order.LastIndexOf(marker);
        if (at < 0) at = _order.Count;
        if (at == 0) return null;
        foreach (var id in _order.Skip(at)) trail.Forget(id);
        _order.RemoveRange(at, _order.Count - at);
        _markers.Remove(marker);
        Ahead.Lose();
        return Last;
    }

    /// <summary>Begins another pass from the first page; what was seen stays known.</summary>
    public void Restart(Trail trail)
    {
        foreach (var id in _order) trail.Forget(id);
        _order.Clear();
        _markers.Clear();
        Ahead.Lose();
    }
}
