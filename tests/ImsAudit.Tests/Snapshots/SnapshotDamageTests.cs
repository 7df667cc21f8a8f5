using System.Text;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Snapshots;

namespace ImsAudit.Tests.Snapshots;

public sealed class SnapshotDamageTests
{
    private static Task<byte[]> Whole => Inputs.Snapshot([Inputs.Image("a"), Inputs.Image("b", "\"size\":2"), Inputs.Image("c", "", null, ImageCategory.SharedAccepted)]);

    [Fact]
    public async Task Snapshot_cut_at_any_byte_is_incomplete()
    {
        var whole = await Whole;
        for (var length = 1; length < whole.Length; length++) await ShouldBeIncomplete(whole[..length], $"cut at {length}");
    }

    [Fact]
    public async Task Compressed_snapshot_cut_at_any_byte_is_incomplete()
    {
        var whole = Inputs.Gzip(await Whole);
        for (var length = 2; length < whole.Length; length++) await ShouldBeIncomplete(whole[..length], $"cut at {length}");
    }

    [Fact]
    public async Task Snapshot_with_any_byte_of_an_image_line_flipped_is_incomplete()
    {
        var whole = await Whole;
        var (start, end) = (Array.IndexOf(whole, (byte)'\n') + 1, Encoding.UTF8.GetString(whole).IndexOf("{\"end\"", StringComparison.Ordinal));
        for (var at = start; at < end; at++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[at] ^= (byte)(1 << (at % 8));
            await ShouldBeIncomplete(flipped, $"flipped at {at}");
        }
    }

    [Fact]
    public async Task Snapshot_with_any_byte_flipped_never_loses_an_image_in_silence()
    {
        var whole = await Whole;
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[at] ^= 1;
            if (await TryOpen(flipped) is { Completeness: Completeness.Complete } inventory) (await inventory.Ids()).ShouldBe(["a", "b", "c"], $"flipped at {at}");
        }
    }

    [Fact]
    public async Task Snapshot_with_an_image_of_two_ids_is_incomplete()
    {
        var text = Encoding.UTF8.GetString(await Inputs.Snapshot([Inputs.Image("a"), Inputs.Image("b", "\"id\":\"x\"")]));

        using var inventory = await Inputs.Open(text);

        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Notes.ShouldHaveSingleItem().ShouldContain("line 3 is no image line");
        (await inventory.Ids()).ShouldBe(["a"]);
    }

    [Fact]
    public async Task Cut_snapshot_still_gives_the_images_before_the_cut_and_says_why()
    {
        var text = Encoding.UTF8.GetString(await Whole);
        using var inventory = await Inputs.Open(text[..(text.IndexOf("\"c\"", StringComparison.Ordinal) + 1)]);
        (await inventory.Ids()).ShouldBe(["a", "b"]);
        inventory.Notes.ShouldHaveSingleItem().ShouldBe("Incomplete: the snapshot a.json is damaged: line 4 is cut short. Images may be missing or altered; collect it again.");
        var listing = inventory.Listings.ShouldHaveSingleItem();
        listing.Complete.ShouldBeFalse();
        listing.Error.ShouldBe(inventory.Notes[0]);
        (listing.Scope, listing.Category, listing.Images).ShouldBe((Inputs.Project, ImageCategory.Private, 2));
    }

    [Fact]
    public async Task Unreadable_line_does_not_hide_the_images_behind_it()
    {
        var text = Encoding.UTF8.GetString(await Whole).Replace("{\"id\":\"b\",\"size\":2}", "{\"id\":\"b\",\"size\":2", StringComparison.Ordinal);
        using var inventory = await Inputs.Open(text);
        (await inventory.Ids()).ShouldBe(["a", "c"]);
        inventory.Notes[0].ShouldContain("line 3 is no image line");
        inventory.Listings.ShouldAllBe(listing => !listing.Complete && listing.Error != null);
    }

    [Theory]
    [InlineData("\"images\":3", "\"images\":4", "holds 3 image lines, but its last line counts 4")]
    [InlineData("\"size\":2", "\"size\":3", "do not have the SHA-256")]
    [InlineData("{\"end\":true", "{\"end\":false", "line 5 is no image line")]
    [InlineData("\"complete\":true,\"images\"", "\"images\"", "did not see everything")]
    [InlineData("\"complete\":true,\"error\"", "\"complete\":false,\"error\"", "did not see everything")]
    [InlineData("\"categories\":[\"shared-accepted\"]", "\"categories\":[]", "line 4 is no image line")]
    [InlineData("\"categories\":[\"shared-accepted\"]", "\"categories\":[\"gold\"]", "line 4 is no image line")]
    [InlineData("\"image\":{\"id\":\"a\"}", "\"image\":{\"id\":\"a\"},\"image\":{\"id\":\"z\"}", "line 2 is no image line")]
    [InlineData("\"image\":{\"id\":\"a\"}", "\"image\":{\"id\":\"\"}", "line 2 is no image line")]
    [InlineData("\"image\":{\"id\":\"a\"}", "\"\\ud800\":{\"id\":\"a\"}", "line 2 is no image line")]
    public async Task Altered_snapshot_is_incomplete_and_says_how(string part, string altered, string said)
    {
        var text = Encoding.UTF8.GetString(await Whole);
        text.ShouldContain(part);
        using var inventory = await Inputs.Open(text.Replace(part, altered, StringComparison.Ordinal));
        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Notes[0].ShouldContain(said);
        (await inventory.Ids()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Text_behind_the_last_line_is_damage()
    {
        var whole = await Whole;
        using var inventory = await Inputs.Open([.. whole, .. whole]);
        inventory.Completeness.ShouldBe(Completeness.Incomplete);
        inventory.Notes[0].ShouldContain("text stands behind its last line, from line 6 on");
    }

    [Theory]
    [InlineData("snapshot/2", "newer version")]
    [InlineData("snapshot/1.1", "newer version")]
    [InlineData("baseline", "is no snapshot")]
    public async Task Snapshot_of_another_format_is_refused(string format, string said) =>
        (await Should.ThrowAsync<InputFileException>(() => Inputs.Open($"{{\"imsaudit\":\"{format}\"}}\n"))).Message.ShouldContain(said);

    [Fact]
    public async Task Snapshot_that_changes_between_two_readings_is_noticed()
    {
        var contents = await Whole;
        var file = await InputFile.SniffAsync("a.json", () => new MemoryStream(contents), default);
        using var inventory = await InventoryFiles.OpenAsync([file], ImageScope.Unknown, [], default);
        contents = await Inputs.Snapshot([Inputs.Image("a")]);
        (await Should.ThrowAsync<InputChangedException>(() => inventory.Ids())).Message.ShouldStartWith("a.json: The file changed");
    }

    private static async Task ShouldBeIncomplete(byte[] bytes, string because)
    {
        using var inventory = await Inputs.Open(bytes);
        inventory.Completeness.ShouldBe(Completeness.Incomplete, because);
        inventory.Notes.ShouldNotBeEmpty(because);
        inventory.Listings.ShouldAllBe(listing => !listing.Complete, because);
        await inventory.Images();
    }

    private static async Task<FileInventory?> TryOpen(byte[] bytes)
    {
        try
        {
            return await Inputs.Open(bytes);
        }
        catch (InputFileException)
        {
            return null;
        }
    }
}
