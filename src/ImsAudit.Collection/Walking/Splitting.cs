using ImsAudit.Collection.Api;
using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// Finds places in a long listing where another stretch can begin, by asking for the newest image before a time
/// (<c>created_at=lt:…</c>, API page, table 1). What comes back is only a hint: the image is a marker to walk on from, and is
/// kept when a page brings it. So a server that filters wrongly costs requests, but no image.
/// </summary>
/// <param name="isOn">False where nothing may be split.</param>
/// <param name="atOnce">Requests at the same time.</param>
internal sealed class Splitting(bool isOn, int atOnce)
{
    private const int FirstPages = 2;

    private bool _isOn = isOn;
    private bool _isHonoured;
    private int _probes;
    private int _splits;
    private long? _newest;
    private string? _why;

    /// <summary>That there were several stretches, or why there were not; null when nothing was tried.</summary>
    public string? Note => _why is not null ? NoteSentences.NotSplit(_why, _splits) : _splits > 0 ? NoteSentences.Split(_splits + 1) : null;

    /// <summary>Begins no more stretches.</summary>
    public void Stop(string why)
    {
        if (_isOn && _probes > 0) _why = why;
        _isOn = false;
    }

    /// <summary>Learns from a page where its stretch has come to.</summary>
    public void Took(Stretch stretch, ImagePage page)
    {
        if (!_isOn || page.Images.Count == 0) return;
        if (CreationTime.Of(page.Images[0].Json) is { } first && CreationTime.Of(page.Images[^1].Json) is { } last && stretch.Ahead.Pass(first, last))
            _newest ??= first;
        else
            Stop("images came without a readable created_at, or not newest first");
    }

    /// <summary>What to ask next; null when it does not pay. Of a long listing there are hardly ever more probes than pages.</summary>
    public Probe? Next(Stretch top, int pages)
    {
        if (!_isOn || pages < FirstPages || _probes >= pages + Math.Min(pages, atOnce)) return null;
        if ((_isHonoured ? Largest(top) : Trial(top)) is not { } probe) return null;
        _probes++;
        probe.Stretch.Ahead.Probed.Add(probe.Before);
        return probe;
    }

    /// <summary>The new stretch that the answer shows; null when there is none.</summary>
    public Stretch? Answered(Probe probe, Outcome<ImagePage> answer, Trail trail)
    {
        probe.Stretch.Ahead.Probed.Remove(probe.Before);
        if (answer.Value is null)
        {
            Stop($"{answer.Failure!.Detail} to created_at=lt:");
            return null;
        }
        var image = answer.Value.Images.Count > 0 ? answer.Value.Images[0] : (ReceivedImage?)null;
        var time = image is null ? null : CreationTime.Of(image.Value.Json);
        if (image is null ? !_isHonoured : time is null || time >= probe.Before)
            Stop("the server does not filter by created_at=lt:");
        else if (!_isHonoured)
            _isHonoured = true;
        else if (_isOn)
            return Split(probe, image?.Id, time ?? 0, trail);
        return null;
    }

    private Stretch? Split(Probe probe, string? id, long time, Trail trail)
    {
        // It may have been split above this place meanwhile.
        var upper = probe.Stretch.Down.Where(stretch => stretch == probe.Stretch || !stretch.Abandoned)
            .TakeWhile(stretch => stretch == probe.Stretch || stretch.Ahead.Start >= probe.Before).Last();
        if (!upper.IsWalking) return null;
        var floor = upper.Ahead.Floor;
        var at = id is null ? null : trail.At(id);
        // It passed the place meanwhile.
        if (at is not null && !upper.IsAbove(at)) return null;
        upper.Ahead.Floor = probe.Before;
        // Nothing lies between there and the next stretch.
        if (id is null || at is not null || time <= floor) return null;
        var lower = new Stretch(id, new TimeAhead(time, floor));
        upper.Insert(lower);
        trail.Begin(lower);
        _splits++;
        return lower;
    }

    /// <summary>A question whose answer is known: the image that came last, or another of its second.</summary>
    private Probe? Trial(Stretch top) => _probes == 0 && top.IsWalking && _newest > top.Ahead.From ? new Probe(top, top.Ahead.From + 1) : null;

    private static Probe? Largest(Stretch top)
    {
        var (widest, before, of) = (1L, 0L, (Stretch?)null);
        foreach (var stretch in top.Down.Where(stretch => stretch is { IsWalking: true, Ahead.IsLong: true }))
            foreach (var (from, to) in stretch.Ahead.Parts)
                if (from - to > widest)
                    (widest, before, of) = (from - to, from - ((from - to) / 2), stretch);
        return of is null ? null : new Probe(of, before);
    }
}
