using System.Text.Json;
using ImsAudit.Differences;
using ImsAudit.Impact;
using ImsAudit.Policies;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Differences;

/// <summary>The members <c>findings</c> and <c>policies</c>; null where no results are compared.</summary>
internal static class DiffFindingsJson
{
    private const int FlushAt = 1 << 16;

    public static void Write(Utf8JsonWriter writer, FindingsDifference? findings)
    {
        if (findings is null)
        {
            writer.WriteNull("findings");
            writer.WriteNull("policies");
            return;
        }
        writer.WriteStartObject("findings");
        writer.WriteStartObject("count");
        foreach (var state in FindingStates.All) writer.WriteNumber(state.Name(), findings.Count(state));
        writer.WriteEndObject();
        writer.WriteStartArray("changes");
        foreach (var change in findings.Changes)
        {
            Write(writer, change);
            if (writer.BytesPending >= FlushAt) writer.Flush();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteStartArray("policies");
        foreach (var policy in findings.Policies) Write(writer, policy);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, FindingChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("state", change.State.Name());
        writer.WriteString("notSeenBecause", change.Why?.Name());
        writer.WriteBoolean("policyChanged", change.PolicyChanged);
        WriteStanding(writer, "old", change.Old);
        WriteStanding(writer, "new", change.New);
        writer.WritePropertyName("finding");
        FindingJson.Write(writer, change.Latest);
        writer.WriteEndObject();
    }

    private static void WriteStanding(Utf8JsonWriter writer, string name, Finding? finding)
    {
        if (finding is null)
        {
            writer.WriteNull(name);
            return;
        }
        writer.WriteStartObject(name);
        writer.WriteString("severity", finding.Severity.Name());
        writer.WriteString("outcome", finding.Outcome.Name());
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PolicyDifference policy)
    {
        writer.WriteStartObject();
        writer.WriteString("id", policy.Id);
        writer.WriteString("title", policy.Title);
        writer.WriteString("change", policy.Change.Name());
        writer.WriteStartObject("severity");
        writer.WriteString("from", policy.From?.Name());
        writer.WriteString("to", policy.To?.Name());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
