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
        writer.WriteStartObject("gate");
        writer.WriteString("failOn", summary.Gate.FailOn);
        writer.WriteBoolean("passed", summary.Gate.Passed);
        writer.WriteNumber("exitCode", summary.Gate.ExitCode);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static ResultSummary Read(JsonRow row)
    {
        var findings = row.Row("findings");
        var gate = row.Row("gate");
        return new ResultSummary
        {
            Images = row.Count("images"),
            Policies = row.SmallCount("policies"),
            Findings = Severities.WorstFirst.ToDictionary(severity => severity, severity => findings.SmallCount(severity.Name())),
            Errors = row.SmallCount("errors"),
            Waived = row.SmallCount("waived"),
            Baselined = row.SmallCount("baselined"),
            Compliance = row.OptionalNumber("compliance"),
            Gate = new GateResult(gate.Text("failOn"), gate.Boolean("passed"), gate.SmallCount("exitCode")),
        };
    }
}
