using System.Text;
using ImsAudit.Simulator.Estates;

namespace ImsAudit.Benchmarks.Collecting;

/// <summary>
/// Private images of one project over six years, created in lumps as builds and migrations make them: forty lumps of very
/// different size, each between a minute and a month long, and a tenth of the images anywhere.
/// </summary>
internal static class LumpyEstate
{
    public const string Project = "11111111111111111111111111111111";
    private const int Lumps = 40;
    private static readonly DateTimeOffset Newest = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Past = TimeSpan.FromDays(6 * 365);

    /// <summary>When the images were created, newest first, in whole seconds; the same for the same seed.</summary>
    public static IReadOnlyList<DateTimeOffset> Times(int images, int seed)
    {
        var random = new Random(seed);
        var lumps = Enumerable.Range(0, Lumps).Select(_ => Lump.Any(random)).ToArray();
        var whole = lumps.Sum(lump => lump.Weight);
        return [.. Enumerable.Range(0, images).Select(_ => Time(random, lumps, whole)).OrderDescending()];
    }

    public static SimulatedEstate Of(int images, int seed) => new(
        [new SimulatedProject(Project, "benchmark")],
        Times(images, seed).Select((time, number) => SimulatedImage.Read(Encoding.UTF8.GetBytes(Json(number, time)))));

    private static DateTimeOffset Time(Random random, Lump[] lumps, double whole)
    {
        var at = random.Next(10) == 0 ? Newest - (Past * random.NextDouble()) : Pick(lumps, random.NextDouble() * whole).Time(random);
        return new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private static Lump Pick(Lump[] lumps, double at)
    {
        foreach (var lump in lumps)
            if ((at -= lump.Weight) <= 0)
                return lump;
        return lumps[^1];
    }

    // As long as an image of the API page's example: about 1.4 KiB.
    private static string Json(int number, DateTimeOffset created)
    {
        var id = $"{(uint)number * 2654435761u:x8}-0000-4000-8000-{number:x12}";
        var time = created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        return $$"""
            {"schema":"/v2/schemas/image","min_disk":40,"created_at":"{{time}}","__image_source_type":"uds","container_format":"bare","file":"/v2/images/{{id}}/file","updated_at":"{{time}}","protected":false,"checksum":"d41d8cd98f00b204e9800998ecf8427e","id":"{{id}}","__isregistered":"true","min_ram":2048,"__lazyloading":"true","owner":"{{Project}}","__os_type":"Linux","__imagetype":"private","visibility":"private","virtual_env_type":"FusionCompute","tags":["team=platform","build={{number}}"],"__platform":"CentOS","size":0,"__os_bit":"64","__os_version":"CentOS 7.3 64bit","name":"golden-{{number}}","self":"/v2/images/{{id}}","disk_format":"zvhd2","virtual_size":null,"hw_firmware_type":"uefi","status":"active","__support_kvm":"true","__support_xen":"true","__image_size":"1848573952","__originalimagename":"{{id}}","__data_origin":"instance,{{id}}","__description":"{{new string('x', 200)}}","hw_vif_multiqueue_enabled":"true","max_ram":"0","__os_feature_list":"{\"onekey_resetpasswd\": \"true\"}","__account_code":"","__support_agent_list":"hss,ces","active_at":"{{time}}","enterprise_project_id":"0"}
            """;
    }

    private readonly record struct Lump(DateTimeOffset Start, TimeSpan Length, double Weight)
    {
        public static Lump Any(Random random) => new(
            Newest - (Past * random.NextDouble()),
            TimeSpan.FromMinutes(1) * Math.Pow(30 * 24 * 60, random.NextDouble()),
            Math.Pow(30, random.NextDouble()));

        public DateTimeOffset Time(Random random) => Start - (Length * random.NextDouble());
    }
}
