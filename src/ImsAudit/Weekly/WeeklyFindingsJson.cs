using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Weekly;

/// <summary>The members <c>findings</c>, <c>forecast</c> and <c>waivers</c>.</summary>
internal static class WeeklyFindingsJson
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter writer, WeeklyFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", finding.Fingerprint);
        WritePolicy(writer, finding.Policy);
        writer.WriteString("outcome", finding.Outcome.Name());
        writer.WriteString("change", finding.FixedAt is not null ? "fixed" : finding.IsNew ? "new" : finding.IsBack ? "reopened" : "stillOpen");
        WriteSubject(writer, finding.Subject);
        writer.WriteString("firstSeen", SafeJson.Time(finding.FirstSeen));
        writer.WriteString("fixedAt", finding.FixedAt is { } gone ? SafeJson.Time(gone) : null);
        writer.WriteNumber("ageDays", (int)finding.Age.TotalDays);
        writer.WritePropertyName("waiver");
        WaiversJson.WriteApplied(writer, finding.Waiver);
        writer.WriteEndObject();
    }

    public static void WriteForecast(Utf8JsonWriter writer, WeeklyForecast forecast)
    {
        writer.WriteStartObject("forecast");
        writer.WriteString("until", forecast.Until is { } until ? SafeJson.Time(until) : null);
        writer.WriteTexts("missing", forecast.Missing);
        writer.WriteStartArray("due");
        foreach (var due in forecast.Due)
        {
            writer.WriteStartObject();
            writer.WriteString("fingerprint", due.Fingerprint);
            WritePolicy(writer, due.Policy);
            WriteSubject(writer, due.Subject);
            writer.WriteString("by", Day(due.By));
            writer.WritePropertyName("expiring");
            WaiversJson.WriteApplied(writer, due.Expiring);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteWaivers(Utf8JsonWriter writer, IReadOnlyList<WeeklyWaiver> waivers)
    {
        writer.WriteStartArray("waivers");
        foreach (var waiver in waivers)
        {
            writer.WriteStartObject();
            writer.WriteString("policy", waiver.Note.Policy);
            writer.WriteString("image", waiver.Note.Image);
            writer.WriteString("reason", waiver.Note.Reason);
            writer.WriteString("owner", waiver.Note.Owner);
            writer.WriteString("ticket", waiver.Note.Ticket);
            writer.WriteString("expires", Day(waiver.Note.Expires));
            writer.WriteNumber("daysLeft", waiver.DaysLeft);
            writer.WriteNumber("covers", waiver.Covers);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    public static void WriteSubject(Utf8JsonWriter writer, WeeklySubject subject)
    {
        writer.WriteString("imageId", subject.Id);
        writer.WriteString("imageName", subject.Name);
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, subject.Scope);
        writer.WriteTexts("categories", subject.Categories);
        writer.WritePropertyName("group");
        writer.WriteRawValue(subject.Group ?? "null");
        writer.WriteString("owner", subject.Owner);
    }

    private static void WritePolicy(Utf8JsonWriter writer, WeeklyPolicy policy)
    {
        writer.WriteString("policy", policy.Id);
        writer.WriteString("title", policy.Title);
        writer.WriteString("severity", policy.Severity.Name());
    }

    private static string Day(DateOnly day) => day.ToString(DayFormat, System.Globalization.CultureInfo.InvariantCulture);
}
