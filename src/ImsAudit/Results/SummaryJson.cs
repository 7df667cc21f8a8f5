using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>The result's member <c>summary</c>.</summary>
internal static class SummaryJson
{
    public static void Write(Utf8JsonWriter writer, ResultSummary summary)
    {
        writer.WriteStartObject();
        writer.WriteNumber("images", summary.Images);
        writer.WriteNumber("policies", summary.Policies);
        writer.WriteStartObject("findings");
        foreach (var severity in Severities.WorstFirst) writer.WriteNumber(severity.Name(), summary.Findings.GetValueOrDefault(severity));
        writer.WriteEndObject();
        writer.WriteNumber("errors", summary.Errors);
        writer.WriteNumber("waived", summary.Waived);
        writer.WriteNumber("baselined", summary.Baselined);
        if (summary.Compliance is { } compliance) writer.WriteNumber("compliance", compliance);
        else writer.WriteNull("compliance");
        GateJson.Write(writer, summary.Gate);
        writer.WriteEndObject();
    }

    public static ResultSummary Read(JsonRow row)
    {
        var findings = row.Row("findings");
        return new ResultSummary
        {
            Images = row.Count("images"),
            Policies = row.SmallCount("policies"),
            Findings = Severities.WorstFirst.ToDictionary(severity => severity, severity => findings.SmallCount(severity.Name())),
            Errors = row.SmallCount("errors"),
            Waived = row.SmallCount("waived"),
            Baselined = row.SmallCount("baselined"),
            Compliance = row.OptionalNumber("compliance"),
            Gate = GateJson.Read(row.Row("gate")),
        };
    }
}
