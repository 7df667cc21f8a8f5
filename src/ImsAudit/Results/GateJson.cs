using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>The summary's member <c>gate</c>. What a history decided is there only when one was asked.</summary>
internal static class GateJson
{
    public static void Write(Utf8JsonWriter writer, GateResult gate)
    {
        writer.WriteStartObject("gate");
        writer.WriteString("failOn", gate.FailOn);
        writer.WriteBoolean("passed", gate.Passed);
        writer.WriteNumber("exitCode", gate.ExitCode);
        if (gate.History is { } history) Write(writer, history);
        writer.WriteEndObject();
    }

    public static GateResult Read(JsonRow gate) => new(gate.Text("failOn"), gate.Boolean("passed"), gate.SmallCount("exitCode"))
    {
        History = gate.OptionalBoolean("failOnNew") is { } newOnly ? new HistoryGate(newOnly, ReadAges(gate.Row("maxAge")), gate.Rows("failedBy", ReadFailure)) : null,
    };

    private static void Write(Utf8JsonWriter writer, HistoryGate history)
    {
        writer.WriteBoolean("failOnNew", history.NewOnly);
        writer.WriteStartObject("maxAge");
        foreach (var severity in Severities.WorstFirst)
            if (history.MaxAge.TryGetValue(severity, out var limit))
                writer.WriteString(severity.Name(), limit);
        writer.WriteEndObject();
        writer.WriteStartArray("failedBy");
        foreach (var failure in history.FailedBy)
        {
            writer.WriteStartObject();
            writer.WriteString("rule", failure.Rule);
            writer.WriteNumber("violations", failure.Violations);
            writer.WriteNumber("errors", failure.Errors);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static Dictionary<Severity, string> ReadAges(JsonRow row) =>
        Severities.WorstFirst.Where(severity => row.OptionalText(severity.Name()) is not null).ToDictionary(severity => severity, severity => row.Text(severity.Name()));

    private static GateFailure ReadFailure(JsonRow row) => new(row.Text("rule"), row.SmallCount("violations"), row.SmallCount("errors"));
}
