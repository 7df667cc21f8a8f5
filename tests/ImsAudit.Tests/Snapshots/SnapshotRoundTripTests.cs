using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ImsAudit.Images;
using ImsAudit.Inventories;

namespace ImsAudit.Tests.Snapshots;

public sealed class SnapshotRoundTripTests
{
    private static readonly Gen<ImageScope> Scopes = Gen.Select(OneOf(null, "prod", "云"), OneOf(null, "cn-north-4"), OneOf(null, "p1", "p\"2"))
        .Select((cloud, region, project) => new ImageScope(cloud, region, project));

    private static readonly Gen<string?> Members = OneOf(
        "", "\"name\":\"镜像 01\"", "\"size\":1.50e3,\"deleted\":null", "\"x\":{\"a\":[1,2,{}]}", "\"name\":\"<script>\\u0000\\ud800\"", "\"\\ud800\":1", "\"id \":\"}\\\"\"");

    private static readonly Gen<List<Image>> Estates = Gen.Select(Scopes, Members, Gen.Int[1, 63])
        .Select((scope, members, categories) => (scope, members, categories)).List[0, 12]
        .Select(parts => parts.Select((part, i) => Inputs.Image($"id-{i}", part.members!, part.scope, [.. ImageCategories.All.Where(category => (part.categories >> (int)category) % 2 == 1)])).ToList());

    [Fact]
    public async Task Snapshot_that_was_written_reads_as_what_was_written() =>
        await Estates.SampleAsync(async images =>
        {
            using var inventory = await Inputs.Open(await Inputs.Snapshot(images));
            inventory.Completeness.ShouldBe(Completeness.Complete);
            (await inventory.Images()).Select(Inputs.Whole).ShouldBe(images.Select(Inputs.Whole));
            (await inventory.Images()).Count.ShouldBe(images.Count, "the second reading gives the same");
        }, iter: 60, threads: 1);

    [Fact]
    public async Task Snapshot_reads_the_same_however_it_comes() =>
        await Gen.Select(Estates, Gen.Int[1, 7], Gen.Bool).SampleAsync(async (images, most, packed) =>
        {
            var bytes = await Inputs.Snapshot(images);
            using var inventory = await Inputs.OpenInChunks(packed ? Inputs.Gzip(bytes) : bytes, most);
            inventory.Completeness.ShouldBe(Completeness.Complete);
            (await inventory.Images()).Select(Inputs.Whole).ShouldBe(images.Select(Inputs.Whole));
        }, iter: 60, threads: 1);

    [Fact]
    public async Task Snapshot_keeps_whom_images_are_shared_out_to()
    {
        var members = ImageMembers.Of([new ImageMember("p2", "pending", Type: null), new ImageMember("o\"1", "accepted", "organization")]);
        Image[] images =
        [
            With(Inputs.Image("a"), members), With(Inputs.Image("b"), ImageMembers.Of([])), With(Inputs.Image("c"), ImageMembers.NotKnown("the server answered 403")), Inputs.Image("d"),
            With(Inputs.Image("e"), members),
        ];

        using var inventory = await Inputs.Open(await Inputs.Snapshot(images));

        inventory.Completeness.ShouldBe(Completeness.Complete);
        (await inventory.Images()).Select(Told).ShouldBe(["p2 pending , o\"1 accepted organization", "nobody", "unknown: the server answered 403", "not asked", "p2 pending , o\"1 accepted organization"]);
    }

    private static Image With(Image image, ImageMembers members) => new(image.Scope, image.Categories, image.Id, image.Json) { Members = members };

    private static string Told(Image image) => image.Members switch
    {
        null => "not asked",
        { Unknown: { } why } => $"unknown: {why}",
        { All.Count: 0 } => "nobody",
        { } known => string.Join(", ", known.All.Select(member => $"{member.Id} {member.Status} {member.Type}")),
    };

    [Fact]
    public async Task Snapshot_lines_are_those_of_the_contract()
    {
        var text = Encoding.UTF8.GetString(await Inputs.Snapshot(
            [Inputs.Image("a"), Inputs.Image("b", "\"n\":1.0", Inputs.Project.OfEndpoint, ImageCategory.Public, ImageCategory.Market)]));
        var lines = text.Split('\n');
        lines.Length.ShouldBe(5);
        lines[0].ShouldBe("""{"imsaudit":"snapshot/1","createdAt":"2026-01-31T12:00:00Z","tool":"imsaudit 0.1.0"}""");
        lines[1].ShouldBe("""{"scope":{"cloud":"prod","region":"cn-north-4","project":"p1"},"categories":["private"],"image":{"id":"a"}}""");
        lines[2].ShouldBe("""{"scope":{"cloud":"prod","region":"cn-north-4"},"categories":["public","market"],"image":{"id":"b","n":1.0}}""");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{lines[1]}\n{lines[2]}\n")));
        lines[3].ShouldStartWith("""{"end":true,"complete":true,"images":2,"listings":[{"scope":{"cloud":"prod","region":"cn-north-4","project":"p1"},"category":"private","query":"owner=p1","pages":1,"images":1,"complete":true,"error":null""");
        lines[3].ShouldEndWith($"],\"sha256\":\"{sha256}\"}}");
        lines[4].ShouldBeEmpty();
    }

    [Fact]
    public async Task Snapshot_tells_listings_projects_and_hash()
    {
        using var inventory = await Inputs.Open(await Inputs.Snapshot([Inputs.Image("a")], Completeness.Complete, Inputs.Listing() with { StartedAt = Inputs.Noon, Filtered = true, Notes = ["n"] }));
        inventory.Listings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            listing => listing.Query.ShouldBe("owner=p1"),
            listing => listing.StartedAt.ShouldBe(Inputs.Noon),
            listing => listing.Filtered.ShouldBeTrue(),
            listing => listing.Notes.ShouldBe(["n"]));
        inventory.Projects.Owns(Inputs.Project.OfEndpoint, "p1").ShouldBe(true);
        inventory.Projects.Owns(Inputs.Project.OfEndpoint, "p2").ShouldBe(false);
        inventory.Notes.ShouldBeEmpty();
        inventory.SnapshotSha256!.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Snapshot_written_by_another_hand_is_read()
    {
        const string Line = """{ "image" : {"id": "a", "x": 1} , "categories" : ["shared-pending"], "later": [], "scope": {"cloud": null, "project": "p1"} }""";
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Line + "\n")));
        using var inventory = await Inputs.Open($$"""{ "imsaudit": "snapshot/1", "createdAt": "x" }""" + $"\n{Line}\n" + $$"""{ "sha256": "{{sha256}}", "listings": [{ "images": 1, "pages": 1, "query": "", "category": "shared-pending", "scope": { "project": "p1" }, "complete": true }], "images": 1, "complete": true, "end": true }""" + "\n");
        inventory.Completeness.ShouldBe(Completeness.Complete);
        var image = (await inventory.Images()).ShouldHaveSingleItem();
        Inputs.Whole(image).ShouldBe("""||p1|shared-pending|a|{"id": "a", "x": 1}""");
    }

    [Theory]
    [InlineData(Completeness.Complete, "\"complete\":true")]
    [InlineData(Completeness.Incomplete, "\"complete\":false")]
    [InlineData(Completeness.NotKnown, "\"complete\":null")]
    public async Task Snapshot_keeps_its_completeness(Completeness completeness, string member)
    {
        var bytes = await Inputs.Snapshot([Inputs.Image("a")], completeness);
        Encoding.UTF8.GetString(bytes).ShouldContain(member);
        using var inventory = await Inputs.Open(bytes);
        inventory.Completeness.ShouldBe(completeness);
        inventory.Notes.Count.ShouldBe(completeness == Completeness.Complete ? 0 : 1);
    }

    [Fact]
    public async Task Snapshot_writer_puts_an_image_of_several_lines_on_one()
    {
        var image = new Image(Inputs.Project, CategorySet.All, "a", "{\r\n  \"id\" : \"a\",\n\t\"n\": \"x \\\" \\\\\" , \"f\": 1.50 }\n"u8.ToArray());
        using var inventory = await Inputs.Open(await Inputs.Snapshot([image]));
        (await inventory.Images())[0].Text().ShouldBe("""{"id":"a","n":"x \" \\","f":1.50}""");
    }

    private static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);
}
