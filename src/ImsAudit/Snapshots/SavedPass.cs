using System.Runtime.CompilerServices;
using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Snapshots;

/// <summary>One reading of saved responses. The images come out as they are found, however large a response is.</summary>
internal sealed class SavedPass(InputFile file)
{
    private readonly SavedJsonScanner _scanner = new();
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private BytePosition _position = BytePosition.Start;

    /// <summary>The links of each response; whole when the images have ended.</summary>
    public IReadOnlyList<SavedPage> Pages => _scanner.Pages;

    /// <summary>Each image's head and its JSON on one line, valid until the next.</summary>
    /// <exception cref="InputFileException">What is read is not images.</exception>
    public async IAsyncEnumerable<(ImageHead Head, ReadOnlyMemory<byte> Json)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = await file.OpenAsync(cancellationToken);
        var isEmpty = true;
        while (Step() is { Outcome: not ScanOutcome.End } step)
        {
            if (step.Outcome == ScanOutcome.NeedsMore) await FillAsync(stream, cancellationToken);
            if (step.Consumed > 0) isEmpty = false;
            if (step.Outcome == ScanOutcome.Image) yield return Read(step);
            Advance(step.Consumed);
        }
        if (isEmpty) throw new InputFileException(file.Name, ExpectedInput.Empty);
    }

    private ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _end - _start);

    private ScanStep Step()
    {
        try
        {
            return _scanner.Step(Window, _ended);
        }
        catch (JsonException wrong)
        {
            var problem = Window.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? ExpectedInput.Markup : ExpectedInput.NotJson;
            throw new InputFileException(file.Name, problem, wrong.LineNumber + 1, wrong.BytePositionInLine + 1);
        }
        catch (UnexpectedJsonException wrong)
        {
            throw At(wrong.Offset, wrong.Message);
        }
    }

    private (ImageHead Head, ReadOnlyMemory<byte> Json) Read(ScanStep step)
    {
        var json = _buffer.AsMemory(_start + step.Start, step.Consumed - step.Start);
        var head = ImageHead.Read(json.Span);
        if (head.RepeatsId) throw At(step.Start, ExpectedInput.TwoIds);
        if (string.IsNullOrEmpty(head.Id)) throw At(step.Start, IsResult(json.Span) ? ExpectedInput.Result : ExpectedInput.NoId);
        if (OwnFile.Describe(head, json.Span) is { } other) throw At(step.Start, ExpectedInput.NoImage(other));
        return (head, OneLineJson.Of(json));
    }

    private static bool IsResult(ReadOnlySpan<byte> json) => json[..Math.Min(json.Length, 200)].IndexOf("\"imsaudit/result/"u8) >= 0;

    private InputFileException At(long offset, string problem)
    {
        var position = _position.Behind(Window[..(int)offset]);
        return new InputFileException(file.Name, problem, position.Line, position.Column);
    }

    private void Advance(int count)
    {
        _position = _position.Behind(Window[..count]);
        _start += count;
    }

    private async ValueTask FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        var kept = _buffer.AsMemory(_start, _end - _start);
        if (kept.Length > LineReader.Longest) throw At(0, "What begins here is longer than 64 MiB, and no image is.");
        var target = kept.Length > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        kept.CopyTo(target);
        (_buffer, _start, _end) = (target, 0, kept.Length);
        // As much as there is room for: a token that is not whole is read from its beginning again, and that must not happen at each few bytes.
        var room = _buffer.AsMemory(_end);
        var read = await ReadAsync(stream, room, cancellationToken);
        _end += read;
        _ended = read < room.Length;
    }

    private async ValueTask<int> ReadAsync(Stream stream, Memory<byte> room, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (InvalidDataException)
        {
            throw new InputFileException(file.Name, ExpectedInput.Unpacking);
        }
    }
}
