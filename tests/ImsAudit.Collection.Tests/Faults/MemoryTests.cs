using ImsAudit.Collection.Tests.Doubles;

namespace ImsAudit.Collection.Tests.Faults;

/// <summary>Alone in the process, so that what is allocated is the fault's and its server's.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const long MiB = 1 << 20;

    /// <summary>What a server on its side makes for these is little, and what the collector may take is bounded by five tries of 1 MiB.</summary>
    public static TheoryData<string> Floods =>
    [
        "body without end", "chunks without end", "chunk extension without end", "trailers without end", "503 whose body never ends",
        "headers without end", "a status line without end", "1xx answers without end",
    ];

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task Flood_takes_no_more_memory_than_the_limit_of_a_page_allows(string name)
    {
        var fault = FaultTable.All.Single(fault => fault.Name == name);
        await FaultRun.OfAsync(fault, _ => false);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await FaultRun.OfAsync(fault, request => request >= 2);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64 * MiB);
    }

    [Fact]
    public async Task Bomb_of_1_GiB_is_left_at_the_limit_of_a_page()
    {
        var member = Wire.Packed(new byte[MiB]);
        var bomb = Answer.Bytes(200, [.. Enumerable.Repeat(member, 1024).SelectMany(bytes => bytes)], ("Content-Type", "application/json"), ("Content-Encoding", "gzip"));
        await using var server = ScriptedServer.InTurn(bomb);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var collected = await new Collect { Settings = FaultRun.Settings }.RunAsync(server.Url);

        collected.Error.ShouldContain("longer than 1 MiB");
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(64 * MiB);
    }

    [Fact]
    public async Task Million_images_in_one_page_are_collected_and_the_page_is_let_go()
    {
        await using var server = ScriptedServer.InTurn(Answer.Bytes(200, Million.Page(), ("Content-Type", "application/json")));

        var collected = await Collect.FromAsync(server);

        collected.Listing.Images.ShouldBe(Million.Images);
        collected.Listing.Complete.ShouldBeTrue();
    }

    [Fact]
    public async Task Hundred_bad_listings_leave_nothing_behind()
    {
        await using var server = ScriptedServer.InTurn(Answer.Of(418, "{\"message\":\"" + new string('m', 60_000) + "\"}"), Answer.Json(new string('[', 200_000)));
        await Collect.FromAsync(server);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var i = 0; i < 100; i++) await Collect.FromAsync(server);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(8 * MiB);
    }
}
