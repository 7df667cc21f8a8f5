using System.Buffers;
using System.Text.Json;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats;

/// <summary>
/// The lines of <c>ndjson</c>, written as they come: a row for each gap that is known, findings, and at the end what only
/// then is known.
/// </summary>
public sealed class NdjsonRows : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly Stream _output;
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly Utf8JsonWriter _writer;
    private readonly bool _beganWithGaps;

    /// <summary>Begins with the gaps.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="run">What is known of the run before the first finding.</param>
    public NdjsonRows(Stream output, RunInfo run)
        : this(output, run.Listings, run.Completeness, run.Notes)
    {
    }

    /// <summary>Begins with the gaps of an inventory that is about to be evaluated.</summary>
    public NdjsonRows(Stream output, IInventory inventory)
        : this(output, inventory.Listings, inventory.Completeness, inventory.Notes)
    {
    }

    private NdjsonRows(Stream output, IReadOnlyList<Listing> listings, Completeness completeness, IReadOnlyList<string> notes)
    {
        _output = output;
        _writer = new Utf8JsonWriter(_line, SafeJson.OneLine);
        var gaps = Gap.Of(listings, completeness, notes);
        _beganWithGaps = gaps.Count > 0;
        foreach (var gap in gaps) Add(gap);
    }

    public void Add(Finding finding)
    {
        FindingJson.Write(_writer, finding);
        EndLine();
    }

    /// <summary>The closing rows; before them the gap that was found only by seeing no image at all.</summary>
    public void End(AuditResult result)
    {
        if (!_beganWithGaps)
            foreach (var gap in Gap.Of(result))
                Add(gap);
        foreach (var row in ClosingRow.Of(result))
        {
            Write(_writer, row);
            EndLine();
        }
    }

    public void Dispose() => _writer.Dispose();

    private void Add(Gap gap)
    {
        Write(_writer, gap);
        EndLine();
    }

    private void EndLine()
    {
        _writer.Flush();
        _line.Write([LineEnd]);
        _output.Write(_line.WrittenSpan);
        _line.ResetWrittenCount();
        _writer.Reset();
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
