using System.Buffers;
using System.Text;
using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Tests.Inventories;

public sealed class ListingJsonTests
{
    private static readonly Listing Plain = new()
    {
        Scope = new ImageScope("prod", "cn-north-4", "p1"),
        Category = ImageCategory.Private,
        Query = "owner=p1",
        Pages = 7,
        Images = 612,
        Complete = true,
        StartedAt = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(8)),
        FinishedAt = new DateTimeOffset(2026, 1, 1, 19, 4, 6, 250, TimeSpan.Zero),
    };

    [Fact]
    public void Listing_complete_is_written_with_the_contract_s_members_in_order() =>
        Write(Plain).ShouldBe(
            """{"scope":{"cloud":"prod","region":"cn-north-4","project":"p1"},"category":"private","query":"owner=p1","pages":7,"images":612,"complete":true,"error":null,"startedAt":"2026-01-01T19:04:05Z","finishedAt":"2026-01-01T19:04:06.25Z"}""");

    [Fact]
    public void Listing_of_an_endpoint_with_all_that_is_optional_comes_back_as_it_was()
    {
        var listing = Plain with
        {
            Scope = ImageScope.Unknown,
            Category = ImageCategory.Market,
            Complete = false,
            Error = "页 3 <b>",
            StartedAt = null,
            FinishedAt = null,
            FirstId = "\u001b[31m",
            LastId = "z",
            Retries = 3,
            Ended = ListingEnd.TimedOut,
            Drift = ["d\u202e"],
            Filtered = true,
            Notes = ["a", "b\u202e"],
        };

        var text = Write(listing);
        var read = Read(text);

        text.ShouldContain("页 3 \\u003Cb\\u003E");
        text.ShouldContain("\\u202E");
        text.ShouldContain(""","firstId":"\u001B[31m","lastId":"z","retries":3,"ended":"timed out","drift":["d\u202E"],""");
        text.ShouldEndWith(""","filtered":true,"notes":["a","b\u202E"]}""");
        read.Notes.ShouldBe(listing.Notes);
        read.Drift.ShouldBe(listing.Drift);
        (read with { Notes = listing.Notes, Drift = listing.Drift }).ShouldBe(listing);
    }

    [Fact]
    public void Listing_of_an_earlier_version_is_read_and_written_as_it_was()
    {
        var read = Read(Write(Plain));

        (read.FirstId, read.LastId, read.Retries, read.Ended).ShouldBe((null, null, 0, ListingEnd.NotKnown));
        read.Drift.ShouldBeEmpty();
        Write(read).ShouldBe(Write(Plain));
    }

    [Fact]
    public void End_of_a_later_version_is_not_known() =>
        Read(Write(Plain with { Ended = ListingEnd.NoNext }).Replace("no next", "by itself", StringComparison.Ordinal)).Ended.ShouldBe(ListingEnd.NotKnown);

    [Fact]
    public void Every_end_comes_back_by_its_name() =>
        Enum.GetValues<ListingEnd>().ShouldAllBe(end => ListingEnds.Parse(end.Name()) == end);

    [Theory]
    [InlineData("""{"scope":{},"category":"privat"}""", "At /category: 'category' is none of private, ")]
    [InlineData("""{"scope":{"cloud":1}}""", "At /scope/cloud: 'cloud' is a number; a text is expected.")]
    [InlineData("""{}""", "At the top: 'scope' is missing; an object is expected.")]
    [InlineData("[]", "At the top: an object is expected here, not a list.")]
    [InlineData("""{"scope":{},"category":"private","query":"","pages":-1}""", "'pages' is a number; a whole number, 0 or more is expected.")]
    public void Listing_that_is_malformed_says_where(string json, string message) =>
        Should.Throw<JsonRowException>(() => Read(json)).Message.ShouldContain(message);

    private static Listing Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ListingJson.Read(document.RootElement);
    }

    private static string Write(Listing listing)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.OneLine)) ListingJson.Write(writer, listing);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
