using System.Buffers;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary><c>ndjson</c>: a finding a line, as the result's <c>findings</c> hold it; before them a line for each gap, behind them the closing rows.</summary>
internal static class NdjsonReport
{
    private const byte LineEnd = (byte)'\n';

    public static void Write(AuditResult result, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        var line = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(line, SafeJson.OneLine);
        foreach (var gap in Gap.Of(result.Run)) WriteLine(() => Write(writer, gap));
        foreach (var finding in result.Findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteLine(() => FindingJson.Write(writer, finding));
        }

        foreach (var row in ClosingRow.Of(result)) WriteLine(() => Write(writer, row));

        void WriteLine(Action write)
        {
            write();
            writer.Flush();
            line.Write([LineEnd]);
            output.Write(line.WrittenSpan);
            line.ResetWrittenCount();
            writer.Reset();
        }
    }

    private static void Write(Utf8JsonWriter writer, Gap gap)
    {
        writer.WriteStartObject();
        foreach (var name in (ReadOnlySpan<string>)["fingerprint", "policy", "severity"]) writer.WriteNull(name);
        writer.WriteString("outcome", "incomplete");
        writer.WriteBoolean("baselined", false);
        foreach (var name in (ReadOnlySpan<string>)["image", "group", "images"]) writer.WriteNull(name);
        writer.WriteTexts("reasons", []);
        writer.WriteString("message", gap.Error);
        foreach (var name in (ReadOnlySpan<string>)["waiver", "firstSeen"]) writer.WriteNull(name);
        writer.WritePropertyName("scope");
        if (gap.Listing is { } listing) ScopeJson.Write(writer, listing.Scope);
        else writer.WriteNullValue();
        writer.WriteString("category", gap.Category);
        writer.WriteString("query", gap.Listing?.Query);
        writer.WriteString("error", gap.Error);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClosingRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("fingerprint", row.Gone?.Fingerprint);
        writer.WriteString("policy", row.Policy);
        writer.WriteString("severity", row.Gone is { } gone ? Policies.Severities.Name(gone.Severity) : null);
        writer.WriteString("outcome", row.Outcome);
        writer.WriteBoolean("baselined", false);
        foreach (var name in (ReadOnlySpan<string>)["image", "group", "images"]) writer.WriteNull(name);
        writer.WriteTexts("reasons", []);
        writer.WriteString("message", row.Message);
        writer.WritePropertyName("waiver");
        WaiversJson.WriteApplied(writer, row.Terms);
        writer.WriteNull("firstSeen");
        writer.WriteString("imageId", row.Gone?.ImageId);
        writer.WriteString("subject", row.Waiver?.Image ?? row.Gone?.Subject);
        writer.WriteEndObject();
    }
}
