using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>The result's member <c>baseline</c>, which is there only when a baseline was given.</summary>
internal static class BaselineJson
{
    public static void Write(Utf8JsonWriter writer, BaselineReport baseline)
    {
        writer.WriteStartObject();
        writer.WriteString("run", baseline.RunId);
        writer.WriteStartArray("fixed");
        foreach (var gone in baseline.Fixed)
        {
            writer.WriteStartObject();
            writer.WriteString("fingerprint", gone.Fingerprint);
            writer.WriteString("policy", gone.Policy);
            writer.WriteString("severity", gone.Severity.Name());
            writer.WriteString("image", gone.ImageId);
            writer.WriteString("subject", gone.Subject);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static BaselineReport Read(JsonRow row) => new(row.Text("run"), row.Rows("fixed", ReadFixed));

    private static FixedFinding ReadFixed(JsonRow row) => new(
        row.Text("fingerprint"),
        row.Text("policy"),
        Severities.TryParse(row.Text("severity"), out var severity) ? severity : throw row.At("severity", "is no severity"),
        row.OptionalText("image"),
        row.OptionalText("subject"));
}
