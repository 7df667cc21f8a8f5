using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public class SeenIdsTests
{
    [Fact]
    public void Each_of_many_ids_is_new_once_and_known_then()
    {
        var seen = new SeenIds();
        var hashes = Enumerable.Range(0, 50_000).Select(number => SeenIds.HashOf($"{number:x8}-4f5a-4c61-a8d4-e7f012b3c4d5")).ToList();

        hashes.ShouldAllBe(hash => seen.Add(hash));
        hashes.ShouldAllBe(hash => !seen.Add(hash));
    }
}
