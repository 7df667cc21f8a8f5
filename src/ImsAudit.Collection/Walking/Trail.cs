using System.Runtime.InteropServices;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// The ids that a walk came by, and which stretch passed each: so that loops are seen, a lost place is found again, and a
/// stretch notices that it has reached another.
/// </summary>
internal sealed class Trail
{
    private readonly Dictionary<string, Stretch?> _passed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stretch> _starts = new(StringComparer.Ordinal);

    /// <summary>Distinct ids of the whole walk.</summary>
    public int Count => _passed.Count;

    /// <summary>The id that came first; null while none has come.</summary>
    public string? First { get; private set; }

    /// <summary>The id that came last.</summary>
    public string? Last { get; private set; }

    /// <summary>Ids that came again where nothing was asked again.</summary>
    public long Repeats { get; private set; }

    public string? FirstRepeat { get; private set; }

    /// <summary>Notes that a stretch came by an image.</summary>
    public Passing Pass(string id, Stretch by)
    {
        First ??= id;
        ref var owner = ref CollectionsMarshal.GetValueRefOrAddDefault(_passed, id, out var known);
        if (owner is { Abandoned: false } && by.IsAbove(owner)) return new Passing(IsNew: false, IsFresh: false, owner);
        Last = id;
        if (owner is { Abandoned: false }) return Repeat(id);
        owner = by;
        by.Pass(id);
        return new Passing(!known, IsFresh: true, StartingAt(id) is { } below && by.IsAbove(below) ? below : null);
    }

    /// <summary>The stretch that passed an id or begins behind it; null when there is none that counts.</summary>
    public Stretch? At(string id) => _passed.GetValueOrDefault(id) is { Abandoned: false } owner ? owner : StartingAt(id);

    /// <summary>Notes where a new stretch begins.</summary>
    public void Begin(Stretch stretch) => _starts[stretch.Start!] = stretch;

    /// <summary>The id stays known, but no stretch stands for it any more.</summary>
    public void Forget(string id)
    {
        if (_passed.ContainsKey(id)) _passed[id] = null;
    }

    private Stretch? StartingAt(string id) => _starts.GetValueOrDefault(id) is { Abandoned: false } stretch ? stretch : null;

    private Passing Repeat(string id)
    {
        Repeats++;
        FirstRepeat ??= id;
        return default;
    }
}
