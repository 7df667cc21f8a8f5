using CsCheck;
using ImsAudit.Collection.Tests.Doubles;
using ImsAudit.Images;

namespace ImsAudit.Collection.Tests;

public sealed class PageSizeTests
{
    private static readonly string?[] Members = ["pending", "accepted", null];

    private static readonly Gen<FakeImage[]> Estates =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2]).Array[0, 12].Select(kinds => kinds.Select(Image).ToArray());

    [Fact]
    public async Task Page_size_does_not_change_what_is_collected()
    {
        var glance = new PlainGlance([]);
        await using var server = new ScriptedServer(request => glance.Answer(request));

        await Gen.Select(Estates, Gen.Int[1, 14]).SampleAsync(async (estate, pageSize) =>
        {
            glance = new PlainGlance(estate);
            var inOne = await CollectAsync(server, 1000);
            var inPages = await CollectAsync(server, pageSize);
            inPages.ShouldBe(inOne);
        }, iter: 25, threads: 1);
    }

    private static async Task<string[]> CollectAsync(ScriptedServer server, int pageSize)
    {
        var settings = Collect.Defaults with { PageSize = pageSize, Dialect = ApiDialect.Auto, Categories = CategorySet.All };
        var collected = await new Collect { Settings = settings }.RunAsync(server.Url);
        collected.Result.Complete.ShouldBeTrue();
        return [.. collected.Images.Select(image => $"{image.Id} {image.Categories} {image.Scope}").Order(StringComparer.Ordinal)];
    }

    private static FakeImage Image((int Kind, int Member) made, int number) => made.Kind switch
    {
        0 => new($"i{number}", null, ("visibility", "private"), ("owner", "p1")),
        1 => new($"i{number}", null, ("visibility", "public"), ("owner", "x")),
        2 => new($"i{number}", null, ("visibility", "public"), ("protected", "true"), ("__imagetype", "gold"), ("owner", "x")),
        _ => new($"i{number}", Members[made.Member], ("visibility", "shared"), ("__imagetype", "shared"), ("owner", "x")),
    };
}
