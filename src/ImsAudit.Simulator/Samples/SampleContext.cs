using System.Globalization;

namespace ImsAudit.Simulator.Samples;

/// <summary>What the making of one image takes from the estate around it.</summary>
internal sealed class SampleContext(DateTimeOffset reference, ulong seed)
{
    private readonly List<string> _publicIds = [];

    public SeededRandom Random { get; } = new(seed);

    /// <summary>How many images were begun so far.</summary>
    public int Begun { get; private set; }

    /// <summary>The next image's number, for names that come only once.</summary>
    public int Begin() => ++Begun;

    public void AddPublic(string id) => _publicIds.Add(id);

    /// <summary>A public image to be made from; null as long as there is none.</summary>
    public string? Parent() => _publicIds.Count == 0 ? null : Random.Pick(_publicIds);

    /// <summary>Mostly a supported system; so many times in a hundred one past its end of life.</summary>
    public OperatingSystem AnySystem(int percentEndOfLife) =>
        Random.Pick(Random.Chance(percentEndOfLife) ? OperatingSystem.EndOfLife : OperatingSystem.Supported);

    /// <summary>A moment between so many days before the reference, to the second.</summary>
    public DateTimeOffset Ago(int leastDays, int mostDays) =>
        reference.ToUniversalTime().AddDays(-Random.Between(leastDays, mostDays)).AddSeconds(-Random.Below(40_000));

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
