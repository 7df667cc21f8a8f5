using System.Buffers;
using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Reporting.Templates;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Model;

/// <summary>
/// Writes the data of the page's script: <c>{ "size": findings a page, "words": { key: [one, other] }, "rest": [ { "policy":
/// id, "rows": [ row … ] } … ] }</c>; see <see cref="FindingRowJson"/> for a row. It stays below a size that browsers open
/// at once: first findings go without their fields, then the last ones are left out, and both are counted.
/// </summary>
internal sealed class RestOfFindingsWriter : IDisposable
{
    /// <summary>In bytes. A hundred thousand findings with their fields take about as much.</summary>
    private const int FieldsUpTo = 18 << 20;
    private const int RowsUpTo = 22 << 20;
    private const int FlushAt = 1 << 15;
    private const string WordsOfScript = "script.";
    private const string WordsOfRow = "row.";

    private readonly ArrayBufferWriter<byte> _json = new(1 << 16);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly FindingRowJson _rows;
    private readonly Utf8JsonWriter _writer;
    private long _leftOut;
    private long _withoutFields;

    /// <param name="baseline">There is one.</param>
    public RestOfFindingsWriter(WordList words, bool baseline)
    {
        _writer = new Utf8JsonWriter(_json, SafeJson.OneLine);
        _rows = new FindingRowJson(_writer, words, baseline);
    }

    private long Length => _json.WrittenCount + _writer.BytesPending;

    /// <param name="size">How many of each group are not data, because they are written out.</param>
    public RestOfFindings Write(IReadOnlyList<PolicyGroup> groups, int size, WordList words)
    {
        _writer.WriteStartObject();
        _writer.WriteNumber("size", size);
        WriteWords(words);
        _writer.WriteStartArray("rest");
        foreach (var group in groups.Where(group => group.Findings.Count > size)) WriteGroup(group, size);
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
        return new RestOfFindings(new JsonBlock(_json.WrittenMemory), _counts, _leftOut, _withoutFields);
    }

    public void Dispose() => _writer.Dispose();

    private void WriteWords(WordList words)
    {
        _writer.WriteStartObject("words");
        foreach (var key in words.Keys.Where(key => key.StartsWith(WordsOfScript, StringComparison.Ordinal) || key.StartsWith(WordsOfRow, StringComparison.Ordinal)))
        {
            var (one, other) = words.Raw(key);
            _writer.WriteStartArray(key);
            _writer.WriteStringValue(one);
            _writer.WriteStringValue(other);
            _writer.WriteEndArray();
        }
        _writer.WriteEndObject();
    }

    private void WriteGroup(PolicyGroup group, int size)
    {
        _writer.WriteStartObject();
        _writer.WriteString("policy", Encodings.VisibleText.Of(group.Policy.Id, kept: "\n\t"));
        _writer.WriteStartArray("rows");
        for (var at = size; at < group.Findings.Count; at++) Add(group.Findings[at]);
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void Add(Finding finding)
    {
        if (Length > RowsUpTo)
        {
            _leftOut++;
            return;
        }
        var withFields = Length <= FieldsUpTo;
        _rows.Write(finding, withFields);
        if (!withFields) _withoutFields++;
        _counts[finding.Policy] = _counts.GetValueOrDefault(finding.Policy) + 1;
        // So that the writer's own buffer stays small.
        if (_writer.BytesPending > FlushAt) _writer.Flush();
    }
}
