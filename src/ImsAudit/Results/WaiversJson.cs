using System.Globalization;
using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>The result's member <c>waivers</c>, and a finding's <c>waiver</c>.</summary>
public static class WaiversJson
{
    internal static void Write(Utf8JsonWriter writer, WaiverReport waivers)
    {
        writer.WriteStartObject();
        WriteNotes(writer, "expired", waivers.Expired);
        WriteNotes(writer, "unused", waivers.Unused);
        writer.WriteEndObject();
    }

    internal static WaiverReport Read(JsonRow row) => new(row.Rows("expired", ReadNote), row.Rows("unused", ReadNote));

    public static void WriteApplied(Utf8JsonWriter writer, AppliedWaiver? waiver)
    {
        if (waiver is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("owner", waiver.Owner);
        writer.WriteString("ticket", waiver.Ticket);
        writer.WriteString("expires", Day(waiver.Expires));
        writer.WriteEndObject();
    }

    internal static AppliedWaiver ReadApplied(JsonRow row) =>
        new(row.Text("reason"), row.Text("owner"), row.OptionalText("ticket"), row.Date("expires"));

    private static void WriteNotes(Utf8JsonWriter writer, string name, IReadOnlyList<WaiverNote> notes)
    {
        writer.WriteStartArray(name);
        foreach (var note in notes)
        {
            writer.WriteStartObject();
            writer.WriteString("policy", note.Policy);
            writer.WriteString("image", note.Image);
            writer.WriteString("reason", note.Reason);
            writer.WriteString("owner", note.Owner);
            writer.WriteString("ticket", note.Ticket);
            writer.WriteString("expires", Day(note.Expires));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static WaiverNote ReadNote(JsonRow row) => new(
        row.Text("policy"), row.Text("image"), row.Text("reason"), row.Text("owner"), row.OptionalText("ticket"), row.Date("expires"));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
