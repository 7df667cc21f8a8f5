using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>The lines that only a collection's partial file has.</summary>
internal static class JournalLine
{
    /// <summary>The first member of the line with the plan.</summary>
    public const string Plan = "collection";

    /// <summary>The first member of the line of a listing that ended.</summary>
    public const string Ended = "ended";

    /// <summary>The member with a listing's number, the first one of an image line.</summary>
    public const string Listing = "listing";

    private const string Sha256 = "sha256";

    /// <summary>True for a line that no finished snapshot has.</summary>
    public static bool Is(ReadOnlySpan<byte> line) => line.StartsWith("{\"collection\":"u8) || IsEnd(line);

    public static bool IsEnd(ReadOnlySpan<byte> line) => line.StartsWith("{\"ended\":"u8);

    /// <summary>Writes the value of <see cref="Ended"/>, and the members behind it.</summary>
    /// <param name="sha256">Over all bytes before the line.</param>
    public static void WriteEnd(Utf8JsonWriter writer, Listing listing, int number, string sha256)
    {
        ListingJson.Write(writer, listing);
        writer.WriteNumber(Listing, number);
        writer.WriteString(Sha256, sha256);
    }

    /// <summary>Null when the line is no plan.</summary>
    public static CollectionPlan? ReadPlan(ReadOnlyMemory<byte> line) =>
        Read(line, row => CollectionPlanJson.Read(row.Row(Plan)));

    /// <summary>Null when the line is not whole.</summary>
    public static (int Number, Listing Listing, string Sha256)? ReadEnd(ReadOnlyMemory<byte> line) =>
        Read(line, row => Tuple.Create(row.SmallCount(Listing), ListingJson.Read(row.Row(Ended)), row.Text(Sha256)))?.ToValueTuple();

    /// <summary>The number of the listing that an image line belongs to; null when it is no such line.</summary>
    public static int? ListingOf(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            var isListing = reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals(Listing);
            return isListing && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number) ? number : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A name that is no Unicode text, or no name at all.
            return null;
        }
    }

    private static T? Read<T>(ReadOnlyMemory<byte> line, Func<JsonRow, T> read) where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return read(new JsonRow(document.RootElement));
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no Unicode text.
            return null;
        }
    }
}
