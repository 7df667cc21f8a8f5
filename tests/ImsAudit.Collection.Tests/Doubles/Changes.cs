using ImsAudit.Simulator.Estates;
using ImsAudit.Simulator.Http;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>Lets images appear and disappear while an estate is being listed.</summary>
internal sealed class Changes
{
    private readonly SimulatedEstate _estate;
    private readonly Random _random;
    private readonly double _often;
    private readonly Lock _lock = new();
    private int _made;

    public Changes(SimulatedEstate estate, Random random, double often)
    {
        (_estate, _random, _often) = (estate, random, often);
        Ever = [.. estate.Images.Select(image => image.Id)];
        Steady = [.. Ever];
    }

    public HashSet<string> Ever { get; }

    /// <summary>Those that were there from the first request to the last.</summary>
    public HashSet<string> Steady { get; }

    public SimulatedResponse? Happen(SimulatedRequest request)
    {
        lock (_lock)
        {
            if (_random.NextDouble() < _often) Appear();
            if (_random.NextDouble() < _often) Disappear(request);
        }
        return null;
    }

    /// <summary>Now and then one in the midst, as an image does that was made public.</summary>
    private void Appear()
    {
        var time = _random.Next(3) == 0 ? LumpyEstate.Newest.AddDays(-3000 * _random.NextDouble()) : LumpyEstate.Newest.AddSeconds(++_made);
        var image = LumpyEstate.Image($"new-{++_made}", time);
        Ever.Add(image.Id);
        _estate.Put(image);
    }

    /// <summary>Mostly the very image that the request begins behind.</summary>
    private void Disappear(SimulatedRequest request)
    {
        var victim = _random.Next(3) > 0 && request.Query.Last("marker") is { } marker ? marker : Steady.ElementAtOrDefault(_random.Next(Ever.Count));
        if (victim is null) return;
        Steady.Remove(victim);
        _estate.Remove(victim);
    }
}
