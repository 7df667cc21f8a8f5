using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Impact;

/// <summary>
/// The report as JSON: <c>{ "schema": "imsaudit/impact/1", "asOf", "complete": true|false|null, "notes", "images",
/// "policies": [ { "id", "change", "severity": { "from", "to" }, "newlyFail", "newlyPass", "newlyError",
/// "newlyNotApplicable", "notJudged", "images": [ { "id", "name", "scope", "from", "to" } ], "groups": [ { "group", "from", "to" } ] } ] }</c>.
/// A null outcome or severity says that the policy is not there.
/// </summary>
public static class ImpactJson
{
    public const string Schema = "imsaudit/impact/1";

    public static void Write(Stream stream, ImpactReport report)
    {
        using var writer = new Utf8JsonWriter(stream, SafeJson.Indented);
        writer.WriteStartObject();
        writer.WriteString("schema", Schema);
        writer.WriteString("asOf", SafeJson.Time(report.AsOf));
        if (report.Completeness == Completeness.NotKnown) writer.WriteNull("complete");
        else writer.WriteBoolean("complete", report.Completeness == Completeness.Complete);
        writer.WriteTexts("notes", report.Notes);
        writer.WriteNumber("images", report.Images);
        writer.WriteStartArray("policies");
        foreach (var policy in report.Policies) Write(writer, policy);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PolicyImpact policy)
    {
        writer.WriteStartObject();
        writer.WriteString("id", policy.Id);
        writer.WriteString("change", policy.Change.Name());
        writer.WriteStartObject("severity");
        writer.WriteString("from", policy.From?.Name());
        writer.WriteString("to", policy.To?.Name());
        writer.WriteEndObject();
        writer.WriteNumber("newlyFail", policy.NewlyFail);
        writer.WriteNumber("newlyPass", policy.NewlyPass);
        writer.WriteNumber("newlyError", policy.NewlyError);
        writer.WriteNumber("newlyNotApplicable", policy.NewlyNotApplicable);
        writer.WriteNumber("notJudged", policy.NotJudged);
        writer.WriteStartArray("images");
        foreach (var image in policy.Images) Write(writer, image);
        writer.WriteEndArray();
        writer.WriteStartArray("groups");
        foreach (var group in policy.Groups) Write(writer, group);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ImageChange image)
    {
        writer.WriteStartObject();
        writer.WriteString("id", image.Id);
        writer.WriteString("name", image.Name);
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, image.Scope);
        WriteOutcomes(writer, image.From, image.To);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, GroupChange group)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("group");
        foreach (var (field, value) in group.Key)
        {
            writer.WritePropertyName(field);
            writer.WriteRawValue(value.Raw);
        }
        writer.WriteEndObject();
        WriteOutcomes(writer, group.From, group.To);
        writer.WriteEndObject();
    }

    private static void WriteOutcomes(Utf8JsonWriter writer, Outcome? from, Outcome? to)
    {
        writer.WriteString("from", from?.Name());
        writer.WriteString("to", to?.Name());
    }
}
