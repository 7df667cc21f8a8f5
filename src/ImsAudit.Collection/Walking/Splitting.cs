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
        if ((_isHonoured ? Widest(top) : Trial(top)) is not { } probe) return null;
        _probes++;
        probe.Stretch.Ahead.Probed.Add(probe.Before);
        return probe;
    }

    /// <summary>Begins another stretch where the answer shows a place for one.</summary>
    public void Answered(Probe probe, Outcome<ImagePage> answer, Trail trail)
    {
        probe.Stretch.Ahead.Probed.Remove(probe.Before);
        if (answer.Value is null)
        {
            Stop($"{answer.Failure!.Detail} when it was asked for created_at=lt:");
            return;
        }
        var image = answer.Value.Images.Count > 0 ? answer.Value.Images[0] : (ReceivedImage?)null;
        var time = image is null ? null : CreationTime.Of(image.Value.Json);
        if (image is null ? !_isHonoured : time is null || time >= probe.Before)
            Stop("the server does not filter by created_at=lt:");
        else if (!_isHonoured)
            _isHonoured = true;
        else if (_isOn)
            Split(probe, image?.Id, time ?? 0, trail);
    }

    private void Split(Probe probe, string? id, long time, Trail trail)
    {
        // It may have been split above this place meanwhile.
        var upper = probe.Stretch.Down.Where(stretch => stretch == probe.Stretch || !stretch.Abandoned)
            .TakeWhile(stretch => stretch == probe.Stretch || stretch.Ahead.Start >= probe.Before).Last();
        if (!upper.IsWalking) return;
        var floor = upper.Ahead.Floor;
        var at = id is null ? null : trail.At(id);
        // It passed the place meanwhile.
        if (at is not null && !upper.IsAbove(at)) return;
        upper.Ahead.Floor = Math.Max(floor, probe.Before);
        // Nothing lies between there and the next stretch.
        upper.Ahead.IsDry = id is null || at is not null || time <= floor;
        if (upper.Ahead.IsDry) return;
        var lower = new Stretch(id!, new TimeAhead(time, floor));
        upper.Insert(lower);
        trail.Begin(lower);
        _splits++;
    }

    /// <summary>A question whose answer is known: the image that came last, or another of its second.</summary>
    private Probe? Trial(Stretch top) => _probes == 0 && top.IsWalking && _newest > top.Ahead.From ? new Probe(top, top.Ahead.From + 1) : null;

    private static Probe? Widest(Stretch top)
    {
        var candidates = top.Down.Where(stretch => stretch is { IsWalking: true, Ahead.IsLong: true });
        var widest = candidates.Select(stretch => (Stretch: stretch, Part: stretch.Ahead.Widest)).DefaultIfEmpty().MaxBy(one => one.Part.From - one.Part.To);
        return widest.Stretch is { } found && widest.Part.From - widest.Part.To > 1 ? new Probe(found, found.Ahead.Cut(widest.Part)) : null;
    }
}
