using System.Text;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Collection.Tests.Doubles;

/// <summary>Public images whose created_at comes in lumps of very different size and length, as real ones do; the same for the same seed.</summary>
internal sealed class LumpyEstate(int seed)
{
    public static readonly DateTimeOffset Newest = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan[] Lengths = [TimeSpan.Zero, TimeSpan.FromSeconds(40), TimeSpan.FromHours(2), TimeSpan.FromDays(90), TimeSpan.FromDays(3000)];

    public Random Random { get; } = new(seed);

    public SimulatedEstate Of(int images) => Of(Times(images));

    public SimulatedEstate Of(IEnumerable<DateTimeOffset> times) =>
        new([new SimulatedProject("p1", "r1")], [.. times.Select((time, number) => Image($"{Random.Next():x8}-{number}", time))]);

    public static SimulatedImage Image(string id, DateTimeOffset time) => SimulatedImage.Read(Encoding.UTF8.GetBytes(
        $$"""{"id":"{{id}}","created_at":"{{time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}}","__imagetype":"gold","visibility":"public","protected":true,"owner":"huawei","status":"active"}"""));

    private List<DateTimeOffset> Times(int images)
    {
        var times = new List<DateTimeOffset>();
        while (times.Count < images)
        {
            var start = Newest - (TimeSpan.FromDays(3000) * Random.NextDouble());
            var length = Lengths[Random.Next(Lengths.Length)];
            for (var left = Random.Next(1, 1 + (images / 2)); left > 0 && times.Count < images; left--) times.Add(start - (length * Random.NextDouble()));
        }
        return times;
    }
}
