using System.Text.Json;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Ocsf;

/// <summary>What a finding says that the schema has no place for.</summary>
internal static class OcsfUnmapped
{
    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("unmapped");
        writer.WriteString("outcome", finding.Outcome.Name());
        writer.WriteBoolean("baselined", finding.Baselined);
        writer.WriteStartArray("reasons");
        foreach (var reason in finding.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("field", VisibleText.Of(reason.Field));
            writer.WriteString("actual", reason.Actual.IsNull ? null : VisibleText.Of(reason.Actual.Display));
            writer.WriteString("expected", VisibleText.Of(reason.Expected));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (finding.AgeDays is { } days)
        {
            writer.WriteNumber("ageDays", days);
            writer.WriteBoolean("new", finding.New);
        }
        if (finding.Waiver is not null) writer.WriteString("waiver", VisibleText.Of(FindingSentence.Waiver(finding)));
        writer.WriteEndObject();
    }
}
