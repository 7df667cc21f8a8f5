using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>The last line of a snapshot: what was asked, and what the lines before it must be.</summary>
/// <param name="Completeness">In JSON <c>complete</c>: true, false, or null when it was made of saved responses.</param>
/// <param name="Images">The number of image lines.</param>
/// <param name="Sha256">Lower-case hex over the image lines, each with its <c>\n</c>.</param>
internal sealed record SnapshotTrailer(Completeness Completeness, long Images, IReadOnlyList<Listing> Listings, string Sha256)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("end", true);
        writer.WritePropertyName("complete");
        if (Completeness == Completeness.NotKnown) writer.WriteNullValue();
        else writer.WriteBooleanValue(Completeness == Completeness.Complete);
        writer.WriteNumber("images", Images);
        writer.WriteStartArray("listings");
        foreach (var listing in Listings) ListingJson.Write(writer, listing);
        writer.WriteEndArray();
        writer.WriteString("sha256", Sha256);
        writer.WriteEndObject();
    }

    public static bool TryRead(ReadOnlyMemory<byte> line, [NotNullWhen(true)] out SnapshotTrailer? trailer)
    {
        trailer = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = new JsonRow(document.RootElement);
            if (row.OptionalBoolean("end") != true) return false;
            trailer = new SnapshotTrailer(ReadCompleteness(document.RootElement), row.Count("images"), row.Rows("listings", ListingJson.Read), row.Text("sha256"));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no Unicode text.
            return false;
        }
    }

    // A missing "complete", or one of another type, is no proof; only null says "not known".
    private static Completeness ReadCompleteness(JsonElement trailer) =>
        !trailer.TryGetProperty("complete", out var complete) ? Completeness.Incomplete
        : complete.ValueKind switch
        {
            JsonValueKind.True => Completeness.Complete,
            JsonValueKind.Null => Completeness.NotKnown,
            _ => Completeness.Incomplete,
        };
}
