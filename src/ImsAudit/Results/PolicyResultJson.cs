using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Policies;

namespace ImsAudit.Results;

/// <summary>An item of the result's member <c>policies</c>.</summary>
internal static class PolicyResultJson
{
    public static void Write(Utf8JsonWriter writer, PolicyResult policy)
    {
        writer.WriteStartObject();
        writer.WriteString("id", policy.Id);
        writer.WriteString("title", policy.Title);
        writer.WriteString("severity", policy.Severity.Name());
        writer.WriteNumber("evaluated", policy.Evaluated);
        writer.WriteNumber("pass", policy.Pass);
        writer.WriteNumber("fail", policy.Fail);
        writer.WriteNumber("error", policy.Error);
        writer.WriteNumber("notApplicable", policy.NotApplicable);
        writer.WriteNumber("waived", policy.Waived);
        writer.WriteString("description", policy.Description);
        writer.WriteString("rationale", policy.Rationale);
        writer.WriteString("remediation", policy.Remediation);
        writer.WriteTexts("references", policy.References);
        writer.WriteTexts("tags", policy.Tags);
        writer.WriteStartObject("controls");
        foreach (var (framework, controls) in policy.Controls) writer.WriteTexts(framework, controls);
        writer.WriteEndObject();
        if (policy.Source is { } source) WriteSource(writer, source);
        if (policy.Condition.Count > 0) writer.WriteTexts("condition", policy.Condition);
        writer.WriteEndObject();
    }

    public static PolicyResult Read(JsonRow row) => new()
    {
        Id = row.Text("id"),
        Title = row.Text("title"),
        Severity = ReadSeverity(row),
        Pass = row.Count("pass"),
        Fail = row.Count("fail"),
        Error = row.Count("error"),
        NotApplicable = row.Count("notApplicable"),
        Waived = row.Count("waived"),
        Description = row.OptionalText("description"),
        Rationale = row.OptionalText("rationale"),
        Remediation = row.OptionalText("remediation"),
        References = row.OptionalTexts("references") ?? [],
        Tags = row.OptionalTexts("tags") ?? [],
        Controls = ReadControls(row),
        Source = row.OptionalRow("source") is { } source ? new PolicySource(source.Text("file"), source.SmallCount("line")) : null,
        Condition = row.OptionalTexts("condition") ?? [],
    };

    public static Severity ReadSeverity(JsonRow row) => Severities.TryParse(row.Text("severity"), out var severity)
        ? severity
        : throw row.At("severity", $"is none of {string.Join(", ", Severities.WorstFirst.Select(Severities.Name))}");

    private static void WriteSource(Utf8JsonWriter writer, PolicySource source)
    {
        writer.WriteStartObject("source");
        writer.WriteString("file", source.File);
        writer.WriteNumber("line", source.Line);
        writer.WriteEndObject();
    }

    private static OrderedDictionary<string, IReadOnlyList<string>> ReadControls(JsonRow row)
    {
        var controls = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (row.OptionalRow("controls") is { } frameworks)
            foreach (var framework in frameworks.Names)
                controls[framework] = frameworks.Texts(framework);
        return controls;
    }
}
