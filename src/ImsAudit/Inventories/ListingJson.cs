using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.Inventories;

/// <summary>A listing as a snapshot's last line and a result write it.</summary>
public static class ListingJson
{
    /// <summary>Writes one object, ready to stand in a list.</summary>
    public static void Write(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, listing.Scope);
        writer.WriteString("category", listing.Category.Name());
        writer.WriteString("query", listing.Query);
        writer.WriteNumber("pages", listing.Pages);
        writer.WriteNumber("images", listing.Images);
        writer.WriteBoolean("complete", listing.Complete);
        writer.WriteString("error", listing.Error);
        writer.WriteString("startedAt", listing.StartedAt is { } started ? SafeJson.Time(started) : null);
        writer.WriteString("finishedAt", listing.FinishedAt is { } finished ? SafeJson.Time(finished) : null);
        if (listing.Ended != ListingEnd.NotKnown) WriteProof(writer, listing);
        if (listing.Filtered) writer.WriteBoolean("filtered", true);
        if (listing.Notes.Count > 0) writer.WriteTexts("notes", listing.Notes);
        writer.WriteEndObject();
    }

    /// <exception cref="JsonRowException">It is no listing: a member is missing or of another type.</exception>
    public static Listing Read(JsonElement element) => Read(new JsonRow(element));

    /// <inheritdoc cref="Read(JsonElement)"/>
    public static Listing Read(JsonRow row) => new()
    {
        Scope = ScopeJson.Read(row.Row("scope")),
        Category = ImageCategories.TryParse(row.Text("category"), out var category)
            ? category
            : throw row.At("category", $"is none of {string.Join(", ", ImageCategories.Names)}"),
        Query = row.Text("query"),
        Pages = row.SmallCount("pages"),
        Images = row.Count("images"),
        Complete = row.Boolean("complete"),
        Error = row.OptionalText("error"),
        StartedAt = row.OptionalTime("startedAt"),
        FinishedAt = row.OptionalTime("finishedAt"),
        FirstId = row.OptionalText("firstId"),
        LastId = row.OptionalText("lastId"),
        Retries = row.Find("retries") is null ? 0 : row.SmallCount("retries"),
        Ended = ListingEnds.Parse(row.OptionalText("ended")),
        Drift = row.OptionalTexts("drift") ?? [],
        Filtered = row.OptionalBoolean("filtered") ?? false,
        Notes = row.OptionalTexts("notes") ?? [],
    };

    // Files of earlier versions have none of this, and are written again as they were.
    private static void WriteProof(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteString("firstId", listing.FirstId);
        writer.WriteString("lastId", listing.LastId);
        writer.WriteNumber("retries", listing.Retries);
        writer.WriteString("ended", listing.Ended.Name());
        writer.WriteTexts("drift", listing.Drift);
    }
}
