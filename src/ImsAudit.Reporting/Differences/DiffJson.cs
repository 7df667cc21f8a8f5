using System.Text.Json;
using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Reporting.Model;

namespace ImsAudit.Reporting.Differences;

/// <summary><c>json</c>: the schema <c>imsaudit/diff/1</c>, all that is known. The README documents it.</summary>
internal static class DiffJson
{
    public static void Write(Difference difference, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", Difference.Schema);
            writer.WriteString("tool", difference.Tool is { } tool ? $"{tool.Name} {tool.Version}" : null);
            WriteSide(writer, "old", difference.Old);
            WriteSide(writer, "new", difference.New);
            WriteNotes(writer, difference);
            DiffFindingsJson.Write(writer, difference.Findings);
            DiffImagesJson.Write(writer, difference.Images);
            writer.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    public static void WriteSide(Utf8JsonWriter writer, string name, Side side)
    {
        writer.WriteStartObject(name);
        writer.WriteString("at", side.At is { } at ? SafeJson.Time(at) : null);
        if (side.IsIncomplete) writer.WriteBoolean("complete", false);
        else if (side.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", true);
        writer.WriteNumber("images", side.Images);
        writer.WriteString("run", side.Run?.Id);
        writer.WriteString("policySetSha256", side.Run?.PolicySetSha256);
        writer.WriteString("snapshotSha256", side.SnapshotSha256);
        writer.WriteString("tool", side.Tool is { } tool ? $"{tool.Name} {tool.Version}" : null);
        writer.WriteTexts("notes", side.Notes);
        writer.WriteStartArray("failedListings");
        foreach (var listing in side.Listings.Where(listing => !listing.Complete)) WriteFailed(writer, listing);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteFailed(Utf8JsonWriter writer, Listing listing)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, listing.Scope);
        writer.WriteString("category", listing.Category.Name());
        writer.WriteString("error", listing.Error);
        writer.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter writer, Difference difference)
    {
        writer.WriteStartArray("notes");
        foreach (var (caveat, text) in new DiffWords(WordList.Of(difference.Language)).Notes(difference))
        {
            writer.WriteStartObject();
            writer.WriteString("kind", caveat.Kind.Name());
            writer.WriteBoolean("grave", caveat.IsGrave);
            writer.WriteString("text", text);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
