using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>
/// The result as JSON (<c>imsaudit/result/1</c>). All that a report shows is in it, so that a saved result renders the same
/// reports again: reading what was written gives an equal result.
/// </summary>
public static class ResultJson
{
    // Findings are flushed by the way, so that a hundred thousand of them do not stand in memory twice.
    private const int FlushAt = 1 << 16;

    /// <summary>Writes indented JSON with a final line end; the stream stays open.</summary>
    public static void Write(AuditResult result, Stream output)
    {
        using (var writer = new Utf8JsonWriter(output, SafeJson.Indented)) Write(writer, result);
        output.WriteByte((byte)'\n');
    }

    /// <param name="json">The whole file, UTF-8, with or without a byte order mark.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="ResultFormatException">It is no result that this version can read.</exception>
    public static AuditResult Read(ReadOnlyMemory<byte> json, string file)
    {
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(new JsonRow(document.RootElement));
        }
        catch (JsonRowException e)
        {
            throw new ResultFormatException(file, JsonLine.Of(json.Span, e.Pointer), $"This is no {AuditResult.Schema} that can be read. {e.Message}");
        }
        catch (JsonException e)
        {
            throw new ResultFormatException(file, e.LineNumber + 1, "This is not valid JSON. Was the file cut off, or is it no result? A result is written by --output json=FILE.");
        }
    }

    private static void Write(Utf8JsonWriter writer, AuditResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("schema", AuditResult.Schema);
        writer.WriteStartObject("tool");
        writer.WriteString("name", result.Tool.Name);
        writer.WriteString("version", result.Tool.Version);
        writer.WriteEndObject();
        writer.WritePropertyName("run");
        RunJson.Write(writer, result.Run);
        writer.WritePropertyName("summary");
        SummaryJson.Write(writer, result.Summary);
        writer.WriteStartArray("policies");
        foreach (var policy in result.Policies) PolicyResultJson.Write(writer, policy);
        writer.WriteEndArray();
        WriteFindings(writer, result.Findings);
        writer.WritePropertyName("waivers");
        WaiversJson.Write(writer, result.Waivers);
        if (result.Baseline is { } baseline)
        {
            writer.WritePropertyName("baseline");
            BaselineJson.Write(writer, baseline);
        }
        writer.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter writer, IReadOnlyList<Finding> findings)
    {
        writer.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            FindingJson.Write(writer, finding, withTruths: true);
            if (writer.BytesPending >= FlushAt) writer.Flush();
        }
        writer.WriteEndArray();
    }

    private static AuditResult Read(JsonRow row)
    {
        if (row.Text("schema") is var schema && schema != AuditResult.Schema)
            throw row.At("schema", $"is '{schema}', but this version reads {AuditResult.Schema} only");
        var tool = row.Row("tool");
        return new AuditResult
        {
            Tool = new ToolInfo(tool.Text("name"), tool.Text("version")),
            Run = RunJson.Read(row.Row("run")),
            Summary = SummaryJson.Read(row.Row("summary")),
            Policies = row.Rows("policies", PolicyResultJson.Read),
            Findings = row.Rows("findings", FindingJson.Read),
            Waivers = WaiversJson.Read(row.Row("waivers")),
            Baseline = row.OptionalRow("baseline") is { } baseline ? BaselineJson.Read(baseline) : null,
        };
    }
}
