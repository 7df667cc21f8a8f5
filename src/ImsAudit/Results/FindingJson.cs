using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>A finding as an item of the result's <c>findings</c>, and, without its truths, as a line of NDJSON.</summary>
public static class FindingJson
{
    public static void Write(Utf8JsonWriter writer, Finding finding, bool withTruths = false)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteString("policy", finding.Policy);
        writer.WriteString("severity", Policies.Severities.Name(finding.Severity));
        writer.WriteString("outcome", finding.Outcome.Name());
        writer.WriteBoolean("baselined", finding.Baselined);
        WriteSubject(writer, finding);
        writer.WriteStartArray("reasons");
        foreach (var reason in finding.Reasons) WriteReason(writer, reason);
        writer.WriteEndArray();
        writer.WriteString("message", finding.Message);
        writer.WritePropertyName("waiver");
        WaiversJson.WriteApplied(writer, finding.Waiver);
        writer.WriteString("firstSeen", finding.FirstSeen is { } time ? SafeJson.Time(time) : null);
        if (finding.AgeDays is { } days)
        {
            writer.WriteNumber("ageDays", days);
            writer.WriteBoolean("new", finding.New);
        }
        WriteValues(writer, "fields", finding.Fields);
        if (withTruths && finding.Truths is { } truths) writer.WriteString("truths", truths);
        writer.WriteEndObject();
    }

    internal static Finding Read(JsonRow row) => new()
    {
        Fingerprint = row.Text("fingerprint"),
        Policy = row.Text("policy"),
        Severity = PolicyResultJson.ReadSeverity(row),
        Outcome = ReadOutcome(row),
        Baselined = row.OptionalBoolean("baselined") ?? false,
        Image = row.OptionalRow("image") is { } image ? FindingImageJson.Read(image) : null,
        Group = row.OptionalMap("group", (value, _) => JsonText.Of(value)),
        Images = row.OptionalRows("images", FindingImageJson.Read),
        Reasons = row.Rows("reasons", ReadReason),
        Message = row.Text("message"),
        Waiver = row.OptionalRow("waiver") is { } waiver ? WaiversJson.ReadApplied(waiver) : null,
        FirstSeen = row.OptionalTime("firstSeen"),
        AgeDays = row.Find("ageDays") is null ? null : row.SmallCount("ageDays"),
        New = row.OptionalBoolean("new") ?? false,
        Fields = row.OptionalMap("fields", (value, _) => JsonText.Of(value)) ?? new Dictionary<string, JsonText>(StringComparer.Ordinal),
        Truths = row.OptionalText("truths"),
    };

    private static Outcome ReadOutcome(JsonRow row) => Outcomes.TryParse(row.Text("outcome"), out var outcome)
        ? outcome
        : throw row.At("outcome", "is none of fail, error, waived");

    private static void WriteSubject(Utf8JsonWriter writer, Finding finding)
    {
        writer.WritePropertyName("image");
        if (finding.Image is { } image) FindingImageJson.Write(writer, image);
        else writer.WriteNullValue();
        if (finding.Group is { } group) WriteValues(writer, "group", group);
        else writer.WriteNull("group");
        if (finding.Images is not { } images)
        {
            writer.WriteNull("images");
            return;
        }
        writer.WriteStartArray("images");
        foreach (var member in images) FindingImageJson.Write(writer, member);
        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, IReadOnlyDictionary<string, JsonText> values)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(value.Raw, skipInputValidation: true);
        }
        writer.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter writer, Reason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("field", reason.Field);
        writer.WritePropertyName("actual");
        writer.WriteRawValue(reason.Actual.Raw, skipInputValidation: true);
        writer.WriteString("expected", reason.Expected);
        writer.WriteEndObject();
    }

    private static Reason ReadReason(JsonRow row) =>
        new(row.Text("field"), row.Find("actual") is { } actual ? JsonText.Of(actual) : JsonText.Null, row.Text("expected"));
}
