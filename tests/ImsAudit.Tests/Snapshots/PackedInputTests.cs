using System.Text;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

/// <summary>Compressed inputs of one part and of several, as <c>cat a.gz b.gz</c> and parallel packers make them.</summary>
public sealed class PackedInputTests
{
    private static readonly byte[] s_first = Encoding.UTF8.GetBytes("{\"id\":\"a\"}\n{\"id\":\"b\",\"na");
    private static readonly byte[] s_second = Encoding.UTF8.GetBytes("me\":\"n\"}\n{\"id\":\"c\"}\n");

    private static byte[] Parts => [.. Inputs.Gzip(s_first), .. Inputs.Gzip(s_second)];

    [Fact]
    public async Task Parts_one_behind_the_other_are_one_input()
    {
        using var inventory = await Inputs.Open(Parts);

        (await inventory.Ids()).ShouldBe(["a", "b", "c"]);
    }

    [Fact]
    public async Task Snapshot_in_parts_is_complete()
    {
        var whole = await Inputs.Snapshot([Inputs.Image("a"), Inputs.Image("b")]);

        using var inventory = await Inputs.Open([.. Inputs.Gzip(whole[..100]), .. Inputs.Gzip([]), .. Inputs.Gzip(whole[100..])]);

        inventory.Completeness.ShouldBe(Completeness.Complete);
        (await inventory.Ids()).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Parts_cut_anywhere_but_between_them_are_not_taken_for_whole()
    {
        var between = Inputs.Gzip(s_first).Length;
        for (var length = 2; length < Parts.Length; length++)
        {
            if (length == between) continue;
            var cut = Parts[..length];
            Should.Throw<InvalidDataException>(() => Unpack(cut), $"cut at {length}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1000)]
    public void Whatever_is_read_at_a_time_the_bytes_are_the_same(int atATime)
    {
        var bytes = Enumerable.Range(0, 5000).Select(i => (byte)(i * i)).ToArray();

        Unpack([.. Inputs.Gzip(bytes[..70]), .. Inputs.Gzip(bytes[70..])], atATime).ShouldBe(bytes);
    }

    [Fact]
    public void Nothing_packed_is_nothing_and_what_follows_the_data_is_damage()
    {
        Unpack(Inputs.Gzip([])).ShouldBeEmpty();
        Should.Throw<InvalidDataException>(() => Unpack([.. Inputs.Gzip(s_first), 0, 0, 0, 0]));
        Should.Throw<InvalidDataException>(() => Unpack([.. Inputs.Gzip(s_first), .. "more"u8]));
    }

    private static byte[] Unpack(byte[] packed, int atATime = 4096)
    {
        using var stream = new WholeGzipStream(new MemoryStream(packed));
        using var all = new MemoryStream();
        var buffer = new byte[atATime];
        while (stream.Read(buffer) is var read and > 0) all.Write(buffer, 0, read);
        return all.ToArray();
    }
}
