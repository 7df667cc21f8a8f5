using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>
/// Writes a snapshot line by line: the header at once, each image as it comes, the last line by <see cref="EndAsync"/>.
/// What was never ended reads as incomplete.
/// </summary>
public sealed class SnapshotWriter : IDisposable
{
    private const int FlushAt = 256 * 1024;

    private readonly Stream _output;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> _pending = new(FlushAt);
    private readonly Utf8JsonWriter _json;
    private (ImageScope Scope, CategorySet Categories, ImageMembers? Members) _frame;
    private byte[] _before = [];
    private long _images;

    /// <param name="output">Where the uncompressed lines go; it stays open.</param>
    public SnapshotWriter(Stream output, SnapshotHeader header)
    {
        _output = output;
        _json = new Utf8JsonWriter(_pending, SafeJson.OneLine);
        header.Write(_json);
        EndLine();
    }

    public async ValueTask WriteAsync(Image image, CancellationToken cancellationToken)
    {
        var start = _pending.WrittenCount;
        _pending.Write(Before(image));
        _pending.Write(OneLineJson.Of(image.Json).Span);
        _pending.Write("}\n"u8);
        _hash.AppendData(_pending.WrittenSpan[start..]);
        _images++;
        if (_pending.WrittenCount >= FlushAt) await FlushAsync(cancellationToken);
    }

    /// <summary>Writes the last line.</summary>
    /// <returns>The SHA-256 over the image lines, lower-case hex.</returns>
    public async Task<string> EndAsync(Completeness completeness, IReadOnlyList<Listing> listings, CancellationToken cancellationToken)
    {
        var sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
        new SnapshotTrailer(completeness, _images, listings, sha256).Write(_json);
        EndLine();
        await FlushAsync(cancellationToken);
        return sha256;
    }

    public void Dispose()
    {
        _json.Dispose();
        _hash.Dispose();
    }

    // What stands before the image is the same for almost all of them, so it is written once and kept.
    private byte[] Before(Image image)
    {
        if (_before.Length > 0 && _frame == (image.Scope, image.Categories, image.Members)) return _before;
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, SafeJson.OneLine);
        json.WriteStartObject();
        json.WritePropertyName("scope");
        ScopeJson.Write(json, image.Scope);
        json.WriteStartArray("categories");
        foreach (var category in image.Categories) json.WriteStringValue(category.Name());
        json.WriteEndArray();
        if (image.Members is not null)
        {
            json.WritePropertyName("members");
            MembersJson.Write(json, image.Members);
        }
        json.WritePropertyName("image");
        json.Flush();
        _frame = (image.Scope, image.Categories, image.Members);
        return _before = bytes.WrittenSpan.ToArray();
    }

    private void EndLine()
    {
        _json.Flush();
        _pending.Write("\n"u8);
        _json.Reset();
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _output.WriteAsync(_pending.WrittenMemory, cancellationToken);
        _pending.ResetWrittenCount();
    }
}
