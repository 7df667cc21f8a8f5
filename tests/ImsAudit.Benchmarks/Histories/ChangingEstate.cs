using System.Runtime.CompilerServices;
using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Benchmarks.Histories;

/// <summary>An estate that changes a little every day; the same from the same seed.</summary>
internal sealed class ChangingEstate : IInventory
{
    private static readonly ImageScope s_scope = new("prod", "cn-north-4", "1bed856811654c1cb661a6ca845ebc77");
    private static readonly string[] s_systems = ["CentOS 7.3 64bit", "Ubuntu 22.04 server 64bit", "Windows Server 2019 Datacenter 64bit", "EulerOS 2.9 64bit", "Debian 12 64bit"];
    private static readonly ImageCategory[] s_categories = [ImageCategory.Private, ImageCategory.Private, ImageCategory.Private, ImageCategory.Public, ImageCategory.SharedAccepted];

    private readonly Random _random;
    private readonly List<Image> _images = [];
    private int _made;

    public ChangingEstate(int images, int seed)
    {
        _random = new Random(seed);
        while (_images.Count < images) _images.Add(Make(_made++, 0));
    }

    public Completeness Completeness => Completeness.Complete;

    public IReadOnlyList<Listing> Listings { get; } = [.. ImageCategories.All.Select(category => new Listing
    {
        Scope = category.BelongsToEndpoint() ? s_scope.OfEndpoint : s_scope,
        Category = category,
        Query = "generated",
        Pages = 1,
        Images = 1,
        Complete = true,
    })];

    public ScannedProjects Projects { get; } = new(s_scope);

    public IReadOnlyList<string> Notes => [];

    public string? SnapshotSha256 => null;

    public async IAsyncEnumerable<Image> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var image in _images) yield return image;
    }

    /// <summary>A day later: of what changes, three fifths are other contents, the rest images that go and others that come.</summary>
    public void Change(double churn, int day)
    {
        for (var change = 0; change < _images.Count * churn; change++)
        {
            var at = _random.Next(_images.Count);
            _images[at] = _random.Next(5) < 3 ? Make(int.Parse(_images[at].Id.AsSpan(24), System.Globalization.NumberStyles.HexNumber), day) : Make(_made++, day);
        }
    }

    private Image Make(int number, int day)
    {
        var category = s_categories[number % s_categories.Length];
        var system = s_systems[number % s_systems.Length];
        var json = $$"""
            {"id":"{{$"00000000-0000-4000-8000-{number:x8}0000"[..24]}}{{number:x8}}","name":"image-{{number}}-{{_random.Next(50)}}","status":"active","visibility":"{{(category == ImageCategory.Public ? "public" : "private")}}","protected":{{(_random.Next(3) == 0 ? "true" : "false")}},"owner":"{{(category == ImageCategory.SharedAccepted ? "another-project" : s_scope.Project)}}","min_disk":{{_random.Next(5) * 20}},"min_ram":{{_random.Next(5) * 1024}},"disk_format":"zvhd2","container_format":"bare","size":0,"virtual_env_type":"FusionCompute","hw_firmware_type":"{{(_random.Next(4) == 0 ? "bios" : "uefi")}}","__imagetype":"{{(category == ImageCategory.Public ? "gold" : category == ImageCategory.SharedAccepted ? "shared" : "private")}}","__os_type":"Linux","__os_bit":"64","__os_version":"{{system}}","__platform":"{{system.Split(' ')[0]}}","__isregistered":"true","__support_kvm":"true","__image_source_type":"uds","__description":"made for a benchmark","enterprise_project_id":"{{_random.Next(6)}}","__system__cmkid":"{{(_random.Next(3) == 0 ? "" : "a1b2c3d4-0000-0000-0000-000000000000")}}","tags":[{{(_random.Next(4) == 0 ? "" : $"\"owner=team-{_random.Next(20)}\"")}}],"created_at":"2025-{{1 + (number % 12):00}}-{{1 + (number % 28):00}}T10:00:00Z","updated_at":"2026-01-01T00:00:{{day % 60:00}}Z"}
            """;
        return new Image(category.BelongsToEndpoint() ? s_scope.OfEndpoint : s_scope, CategorySet.Of(category), IdOf(json), Encoding.UTF8.GetBytes(json));
    }

    private static string IdOf(string json) => json[7..json.IndexOf('"', 7)];
}
