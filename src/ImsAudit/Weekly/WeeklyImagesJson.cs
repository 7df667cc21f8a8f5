using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>The members <c>shares</c>, <c>drift</c> and <c>newPublic</c>.</summary>
internal static class WeeklyImagesJson
{
    public static void Write(Utf8JsonWriter writer, WeeklyReport report)
    {
        WriteShares(writer, report.Shares);
        writer.WriteStartArray("drift");
        foreach (var drift in report.Drift) Write(writer, drift);
        writer.WriteEndArray();
        writer.WriteNumber("firstPublic", report.FirstPublic);
        writer.WriteStartArray("newPublic");
        foreach (var image in report.NewPublic)
        {
            writer.WriteStartObject();
            WeeklyFindingsJson.WriteSubject(writer, image.Subject);
            writer.WriteString("from", image.From);
            writer.WriteString("at", SafeJson.Time(image.At));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteShares(Utf8JsonWriter writer, WeeklyShares shares)
    {
        writer.WriteStartObject("shares");
        foreach (var (category, count) in shares.Standing.OrderBy(pair => pair.Key)) writer.WriteNumber(category.MemberStatus()!, count);
        writer.WriteStartArray("ledger");
        foreach (var share in shares.Ledger)
        {
            writer.WriteStartObject();
            WeeklyFindingsJson.WriteSubject(writer, share.Subject);
            writer.WriteString("from", share.From);
            writer.WriteString("status", share.Status);
            writer.WriteString("since", SafeJson.Time(share.Since));
            writer.WriteString("before", share.Before?.Status);
            writer.WriteString("beforeSince", share.Before is { } before ? SafeJson.Time(before.Since) : null);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, WeeklyDrift drift)
    {
        writer.WriteStartObject();
        WeeklyFindingsJson.WriteSubject(writer, drift.Subject);
        writer.WriteBoolean("golden", drift.IsGolden);
        writer.WriteString("at", SafeJson.Time(drift.At));
        writer.WriteStartArray("fields");
        foreach (var field in drift.Fields)
        {
            writer.WriteStartObject();
            writer.WriteString("name", field.Name);
            Write(writer, "before", field.Before);
            Write(writer, "after", field.After);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, JsonText? value)
    {
        writer.WritePropertyName(name);
        if (value is { } there) writer.WriteRawValue(there.Raw, skipInputValidation: true);
        else writer.WriteNullValue();
    }
}
