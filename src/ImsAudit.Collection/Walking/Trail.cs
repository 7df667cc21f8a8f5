namespace ImsAudit.Collection.Walking;

/// <summary>The ids that a walk came by, so that loops are seen and a lost place is found again.</summary>
internal sealed class Trail
{
    private readonly HashSet<string> _ever = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pass = new(StringComparer.Ordinal);
    private readonly HashSet<string> _markers = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>Distinct ids of the whole walk.</summary>
    public int Count => _ever.Count;

    /// <summary>The id that came first; null while none has come.</summary>
    public string? First { get; private set; }

    /// <summary>The id that came last.</summary>
    public string? Last { get; private set; }

    /// <summary>Ids that came again where nothing was asked again.</summary>
    public long Repeats { get; private set; }

    public string? FirstRepeat { get; private set; }

    /// <summary>Notes an id; false when this pass through the listing has been by it already.</summary>
    /// <param name="isNew">True when the whole walk has not seen it.</param>
    public bool Pass(string id, out bool isNew)
    {
        First ??= id;
        Last = id;
        isNew = _ever.Add(id);
        if (_pass.Add(id))
        {
            _order.Add(id);
            return true;
        }
        Repeats++;
        FirstRepeat ??= id;
        return false;
    }

    /// <summary>Notes a marker that is about to be followed; false when it was followed before.</summary>
    public bool Follow(string marker) => _markers.Add(marker);

    /// <summary>The id before a marker that is gone, to go on from; null when there is none. What lies behind it may come again.</summary>
    public string? StepBack(string marker)
    {
        var at = _order.LastIndexOf(marker);
        if (at < 0) at = _order.Count;
        if (at == 0) return null;
        foreach (var id in _order.Skip(at)) _pass.Remove(id);
        _order.RemoveRange(at, _order.Count - at);
        _markers.Remove(marker);
        return _order[^1];
    }

    /// <summary>Begins another pass from the first page; what was seen stays known.</summary>
    public void Restart()
    {
        _pass.Clear();
        _order.Clear();
        _markers.Clear();
    }
}
