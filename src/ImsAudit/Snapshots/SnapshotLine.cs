using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>
/// Reads image lines. Almost every line has the same scope and categories as the one before it, so what stands around the
/// image is remembered, and where the bytes are the same only the image between them is read.
/// </summary>
internal sealed class SnapshotLine
{
    private byte[] _before = [];
    private byte[] _behind = [];
    private ImageScope _scope = ImageScope.Unknown;
    private CategorySet _categories;
    private ImageMembers? _members;

    /// <param name="line">A line without its line end.</param>
    /// <returns>False when it is no image line.</returns>
    public bool TryRead(ReadOnlyMemory<byte> line, out FoundImage image)
    {
        image = default;
        try
        {
            if (IsFramedAlike(line.Span) && TryReadImage(line, out image)) return true;
            return TryReadFrame(line) && TryReadImage(line, out image);
        }
        catch (InvalidOperationException)
        {
            // A member's name that is no Unicode text.
            return false;
        }
    }

    private bool IsFramedAlike(ReadOnlySpan<byte> line) =>
        _before.Length > 0 && line.Length > _before.Length + _behind.Length && line.StartsWith(_before) && line.EndsWith(_behind);

    private bool TryReadImage(ReadOnlyMemory<byte> line, out FoundImage image)
    {
        image = default;
        var json = line[_before.Length..^_behind.Length];
        try
        {
            var head = ImageHead.Read(json.Span);
            if (string.IsNullOrEmpty(head.Id) || head.RepeatsId) return false;
            image = new FoundImage(_scope, _categories, head.Id, head.Owner, json) { Members = _members };
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private bool TryReadFrame(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = new JsonRow(document.RootElement);
            var categories = ReadCategories(row);
            if (categories.IsEmpty || !FindImage(line.Span, out var start, out var end)) return false;
            (_scope, _categories, _members) = (ScopeJson.Read(row.Row("scope")), categories, MembersJson.Read(row));
            (_before, _behind) = (line[..start].ToArray(), line[end..].ToArray());
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static CategorySet ReadCategories(JsonRow row) => CategorySet.Of(row.Texts("categories").Select(name =>
        ImageCategories.TryParse(name, out var category) ? category : throw row.At("categories", "names no category")));

    private static bool FindImage(ReadOnlySpan<byte> line, out int start, out int end)
    {
        (start, end) = (0, 0);
        var reader = new Utf8JsonReader(line);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isImage = reader.ValueTextEquals("image"u8);
            reader.Read();
            var at = (int)reader.TokenStartIndex;
            reader.Skip();
            // Two images on one line are no image line: nobody could say which one is meant.
            if (isImage && end > 0) return false;
            if (isImage) (start, end) = (at, (int)reader.BytesConsumed);
        }
        return end > 0;
    }
}
