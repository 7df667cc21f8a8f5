using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using Microsoft.Win32.SafeHandles;

namespace ImsAudit.Snapshots;

/// <summary>
/// The file in which a collection keeps its images while it goes on, so that another run can go on where it was
/// interrupted: a snapshot's first line, the plan, a line an image with the number of its listing, and a line for each
/// listing that ended, with the hash over all before it. Not thread-safe.
/// </summary>
public sealed class CollectionJournal : IDisposable
{
    private const int FlushAt = 256 * 1024;

    private readonly FileStream _file;
    private readonly IncrementalHash _hash;
    private readonly ArrayBufferWriter<byte> _pending = new(FlushAt);
    private readonly Utf8JsonWriter _json;
    private readonly Dictionary<SpoolListing, byte[]> _frames = [];
    private long _filed;

    /// <param name="file">Written from <paramref name="length"/> on.</param>
    /// <param name="hash">Over all that stands before.</param>
    internal CollectionJournal(FileStream file, IncrementalHash hash, long length)
    {
        (_file, _hash, _filed) = (file, hash, length);
        _json = new Utf8JsonWriter(_pending, SafeJson.OneLine);
    }

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <summary>Begins a file, in place of one that is there.</summary>
    /// <exception cref="IOException">It cannot be made, or another process is writing it.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static CollectionJournal Begin(string path, SnapshotHeader header, CollectionPlan plan)
    {
        var journal = new CollectionJournal(Open(path, FileMode.Create), IncrementalHash.CreateHash(HashAlgorithmName.SHA256), 0);
        header.Write(journal._json);
        journal.EndLine(0);
        journal.WriteLine(JournalLine.Plan, json => CollectionPlanJson.Write(json, plan));
        journal.Flush();
        return journal;
    }

    internal static FileStream Open(string path, FileMode mode) => new(path, new FileStreamOptions
    {
        Mode = mode,
        Access = FileAccess.ReadWrite,
        Share = FileShare.None,
        BufferSize = 0,
    });

    /// <returns>Where the image's JSON can be read again.</returns>
    internal long Append(SpoolListing listing, ReadOnlySpan<byte> json)
    {
        var start = _pending.WrittenCount;
        _pending.Write(FrameOf(listing));
        var at = _filed + _pending.WrittenCount;
        _pending.Write(json);
        _pending.Write("}\n"u8);
        _hash.AppendData(_pending.WrittenSpan[start..]);
        if (_pending.WrittenCount >= FlushAt) Flush();
        return at;
    }

    internal byte[] Read(long at, int length)
    {
        var bytes = new byte[length];
        if (at >= _filed) _pending.WrittenSpan.Slice((int)(at - _filed), length).CopyTo(bytes);
        else ReadFile(at, bytes);
        return bytes;
    }

    /// <summary>Notes how a listing ended, on the disk with all its images.</summary>
    internal void End(int number, Listing listing)
    {
        var sha256 = Convert.ToHexStringLower(_hash.GetCurrentHash());
        WriteLine(JournalLine.Ended, json => JournalLine.WriteEnd(json, listing, number, sha256));
        Flush();
        RandomAccess.FlushToDisk(Handle);
    }

    public void Dispose()
    {
        _json.Dispose();
        _hash.Dispose();
        _file.Dispose();
    }

    private byte[] FrameOf(SpoolListing listing)
    {
        if (_frames.TryGetValue(listing, out var frame)) return frame;
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, SafeJson.OneLine);
        json.WriteStartObject();
        json.WriteNumber(JournalLine.Listing, listing.Number);
        json.WritePropertyName("scope");
        ScopeJson.Write(json, listing.Scope);
        json.WriteTexts("categories", [listing.Category.Name()]);
        json.WritePropertyName("image");
        json.Flush();
        return _frames[listing] = bytes.WrittenSpan.ToArray();
    }

    private void WriteLine(string name, Action<Utf8JsonWriter> write)
    {
        var start = _pending.WrittenCount;
        _json.WriteStartObject();
        _json.WritePropertyName(name);
        write(_json);
        _json.WriteEndObject();
        EndLine(start);
    }

    private void EndLine(int start)
    {
        _json.Flush();
        _json.Reset();
        _pending.Write("\n"u8);
        _hash.AppendData(_pending.WrittenSpan[start..]);
    }

    private void Flush()
    {
        RandomAccess.Write(Handle, _pending.WrittenSpan, _filed);
        _filed += _pending.WrittenCount;
        _pending.ResetWrittenCount();
    }

    private void ReadFile(long at, Span<byte> target)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(Handle, target, at);
            if (read == 0) throw new EndOfStreamException("The file of a collection is shorter than what was written to it.");
            at += read;
            target = target[read..];
        }
    }
}
