using System.Text.Json;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>Something that a run has to tell beside its results.</summary>
/// <param name="Kind">The index of its kind among the kinds of <see cref="SarifNotices"/>.</param>
internal sealed record SarifNotice(int Kind, string Text)
{
    public const int NotSeen = 0;
    public const int NotKnown = 1;
    public const int Remark = 2;
    public const int WaiverWithoutEffect = 3;
    public const int LeftOut = 4;
}

/// <summary>The kinds of notices, and how they are written.</summary>
internal static class SarifNotices
{
    private static readonly (string Id, string Name, string Level, string Text)[] Kinds =
    [
        ("IMSNOTE001", "NotSeen", "error", "Something that was asked for was not seen, and what was not seen was not judged."),
        ("IMSNOTE002", "CompletenessNotKnown", "warning", "Nobody knows whether everything that was asked for was seen."),
        ("IMSNOTE003", "Remark", "note", "Something was noticed while images were collected."),
        ("IMSNOTE004", "WaiverWithoutEffect", "warning", "A waiver is past its last day, or matched nothing."),
        ("IMSNOTE005", "LeftOut", "warning", "There are more findings than this format holds."),
    ];

    public static void WriteDescriptors(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("notifications");
        foreach (var (id, name, level, text) in Kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("name", name);
            SarifText.Write(writer, "shortDescription", text);
            writer.WriteStartObject("defaultConfiguration");
            writer.WriteString("level", level);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, SarifNotice notice)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("descriptor");
        writer.WriteString("id", Kinds[notice.Kind].Id);
        writer.WriteNumber("index", notice.Kind);
        writer.WriteEndObject();
        writer.WriteString("level", Kinds[notice.Kind].Level);
        SarifText.Write(writer, "message", FindingSentence.Ended(notice.Text));
        writer.WriteEndObject();
    }
}
