using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>
/// One file of saved images, an image a line, that is read once and in blocks, so that several can judge it at a time. What
/// it cannot tell without reading everything first (repeated images, other forms of files) it does not guess: then the
/// file is to be read as a <see cref="FileInventory"/>.
/// </summary>
public sealed class ImageLines : IDisposable
{
    private const int Peeked = 64 * 1024;

    /// <summary>Small enough that a block and its findings stay in a core's cache.</summary>
    private const int DefaultBlockSize = 128 * 1024;

    private readonly InputFile _file;
    private readonly ImageScope _given;
    private readonly Stream _stream;
    private readonly int _blockSize;
    private readonly Lock _lock = new();
    private byte[] _rest = [];
    private int _blocks;

    private ImageLines(InputFile file, ImageScope given, Stream stream, int blockSize)
    {
        (_file, _given, _stream, _blockSize) = (file, given, stream, blockSize);
        Projects = new ScannedProjects(given.Project is null ? [] : [given]);
    }

    public ScannedProjects Projects { get; }

    /// <param name="paths">What <c>--from</c> names.</param>
    /// <returns>Null when it is several files, standard input, a snapshot, or begins with something else than a line with an image.</returns>
    /// <exception cref="InputFileException">The file cannot be read.</exception>
    public static async Task<ImageLines?> OpenAsync(IReadOnlyList<string> paths, FromOptions options, CancellationToken cancellationToken, int blockSize = DefaultBlockSize)
    {
        // A pipe is read once only, and what turns out not to be lines must be read again.
        if (paths is not [var path] || path == InventoryFiles.StandardInput || !File.Exists(path)) return null;
        var owned = new List<IDisposable>();
        var file = await InputOpening.OpenAsync(path, options, owned, cancellationToken);
        foreach (var spooled in owned) spooled.Dispose();
        if (owned.Count > 0 || await InputKind.IsSnapshotAsync(file, cancellationToken) || !BeginsWithImage(await file.PeekAsync(Peeked, cancellationToken))) return null;
        return new ImageLines(file, options.Given, await file.OpenAsync(cancellationToken), blockSize);
    }

    /// <summary>What reports say of these images.</summary>
    /// <param name="unknownTypes">How many have an unknown <c>__imagetype</c>.</param>
    /// <param name="example">The first of them; empty for none.</param>
    internal IReadOnlyList<string> Notes(long unknownTypes, string example) =>
        [.. SavedNotes.OfCompleteness([_file.Name]), .. SavedNotes.OfTypes(_file.Name, unknownTypes, SafeText.Of(example))];

    internal LineBlock NewBlock() => new(_blockSize * 2);

    /// <summary>Reads the next lines into a block. Thread-safe.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="NotLinesException">A line is longer than any image, or the file is damaged.</exception>
    internal bool Next(LineBlock block)
    {
        lock (_lock)
        {
            var length = Fill(block, kept: Keep(block));
            block.Length = length;
            block.Number = _blocks++;
            return length > 0;
        }
    }

    /// <summary>The category and the scope of an image.</summary>
    internal (ImageScope Scope, CategorySet Categories) PlaceOf(ImageHead head)
    {
        var category = SavedCategory.Of(head, _given.Project);
        return (category.BelongsToEndpoint() ? _given.OfEndpoint : _given, CategorySet.Empty.With(category));
    }

    public void Dispose() => _stream.Dispose();

    private int Keep(LineBlock block)
    {
        while (block.Bytes.Length < _rest.Length + _blockSize) block.Grow();
        _rest.CopyTo(block.Bytes, 0);
        return _rest.Length;
    }

    private int Fill(LineBlock block, int kept)
    {
        var filled = kept;
        while (true)
        {
            var read = Read(block.Bytes.AsSpan(filled));
            filled += read;
            var end = read == 0 ? filled : block.Bytes.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0 || filled == 0)
            {
                _rest = block.Bytes[end..filled];
                return end;
            }
            if (filled > LineReader.Longest) throw new NotLinesException();
            block.Grow();
        }
    }

    private int Read(Span<byte> room)
    {
        try
        {
            return _stream.ReadAtLeast(room, room.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            // Damaged compression is told by who reads it the other way.
            throw new NotLinesException();
        }
    }

    private static bool BeginsWithImage(ReadOnlySpan<byte> start)
    {
        var end = start.IndexOf((byte)'\n');
        try
        {
            return end > 0 && ImageHead.Read(start[..end]) is { Id.Length: > 0, RepeatsId: false } head && OwnFile.Describe(head, start[..end]) is null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
