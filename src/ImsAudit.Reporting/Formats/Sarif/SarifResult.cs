using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Sarif;

/// <summary>A finding as a SARIF result.</summary>
internal static class SarifResult
{
    // GitHub takes a hundred locations; a group of images may be larger.
    private const int MostImages = 100;

    public static void Write(Utf8JsonWriter writer, Finding finding, SarifRules rules, SarifKnown known)
    {
        var (index, place) = rules.Find(finding.Policy);
        writer.WriteStartObject();
        writer.WriteString("ruleId", SarifText.Plain(finding.Policy));
        writer.WriteNumber("ruleIndex", index);
        // What could not be decided is not told as kind "open", whose level would have to be "none": it counts like a violation.
        writer.WriteString("level", SarifLevel.Of(finding.Severity));
        SarifText.Write(writer, "message", FindingSentence.Of(finding));
        WriteLocation(writer, finding, place);
        WriteFingerprints(writer, finding);
        if (known.Baseline) writer.WriteString("baselineState", finding.Baselined ? "unchanged" : "new");
        if (known.Suppressions) WriteSuppressions(writer, finding);
        WriteProperties(writer, finding);
        writer.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter writer, Finding finding, PolicyPlace place)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        writer.WriteStartObject("physicalLocation");
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", place.Uri);
        writer.WriteEndObject();
        writer.WriteStartObject("region");
        writer.WriteNumber("startLine", place.Line);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartArray("logicalLocations");
        foreach (var image in (finding.Image is { } one ? [one] : finding.Images ?? []).Take(MostImages)) WriteImage(writer, image);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteImage(Utf8JsonWriter writer, FindingImage image)
    {
        string?[] path = [image.Cloud, image.Region, image.Project, image.Id];
        writer.WriteStartObject();
        writer.WriteString("name", SarifText.Plain(string.IsNullOrEmpty(image.Name) ? image.Id : image.Name));
        writer.WriteString("fullyQualifiedName", SarifText.Plain(string.Join('/', path.Where(part => !string.IsNullOrEmpty(part)))));
        writer.WriteString("kind", "resource");
        writer.WriteEndObject();
    }

    private static void WriteFingerprints(Utf8JsonWriter writer, Finding finding)
    {
        var fingerprint = SarifText.Plain(finding.Fingerprint);
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("imsauditFingerprint/v1", fingerprint);
        // The one that GitHub reads. It would else be made of the policy's file and line, and all images of a policy be one alert.
        writer.WriteString("primaryLocationLineHash", $"{fingerprint}:1");
        writer.WriteEndObject();
    }

    private static void WriteSuppressions(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartArray("suppressions");
        if (finding.Outcome == Outcome.Waived)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("status", "accepted");
            if (finding.Waiver is not null) writer.WriteString("justification", SarifText.Plain(FindingSentence.Waiver(finding)));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject("properties");
        writer.WriteString("outcome", finding.Outcome.Name());
        writer.WriteString("severity", finding.Severity.Name());
        if (finding.Image is { } image) writer.WriteTexts("categories", image.Categories.Select(SarifText.Plain));
        if (finding.Images is { } images)
        {
            writer.WriteNumber("images", images.Count);
            if (images.Count > MostImages) writer.WriteNumber("imagesLeftOut", images.Count - MostImages);
        }
        writer.WriteStartArray("reasons");
        foreach (var reason in finding.Reasons)
        {
            writer.WriteStartObject();
            writer.WriteString("field", SarifText.Plain(reason.Field));
            writer.WriteString("actual", reason.Actual.IsNull ? null : SarifText.Plain(reason.Actual.Display));
            writer.WriteString("expected", SarifText.Plain(reason.Expected));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (finding.FirstSeen is { } time) writer.WriteString("firstSeen", SafeJson.Time(time));
        if (finding.AgeDays is { } days)
        {
            writer.WriteNumber("ageDays", days);
            writer.WriteBoolean("new", finding.New);
        }
        writer.WriteEndObject();
    }
}
