using System.Text.Json;

namespace ImsAudit.Snapshots;

/// <summary>
/// Finds the images in saved responses (<c>{"images":[…]}</c>), in arrays, and in objects one after another, in bytes that
/// come piece by piece. It keeps no bytes: what it asks more for is given to it again, with more behind it.
/// </summary>
internal sealed class SavedJsonScanner
{
    private JsonReaderState _state = new(new JsonReaderOptions { AllowMultipleValues = true });
    private Place _place = Place.Outside;
    private bool _inList;
    private SavedPage _page;

    private enum Place
    {
        Outside,
        Images,
        Response,
    }

    /// <summary>The links of each response that has ended.</summary>
    public List<SavedPage> Pages { get; } = [];

    /// <summary>Takes one step.</summary>
    /// <param name="window">The bytes from where the last step stopped.</param>
    /// <param name="isLast">True when no bytes come behind <paramref name="window"/>.</param>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="UnexpectedJsonException">It is JSON, but no images.</exception>
    public ScanStep Step(ReadOnlySpan<byte> window, bool isLast)
    {
        var reader = new Utf8JsonReader(window, isLast, _state);
        if (!reader.Read()) return isLast ? ScanStep.End : ScanStep.NeedsMore;
        return _place switch
        {
            Place.Outside => Outside(ref reader),
            Place.Images => InImages(ref reader),
            _ => InResponse(ref reader),
        };
    }

    private ScanStep Outside(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ResponseOrImage(ref reader);
            case JsonTokenType.StartArray when !_inList:
                _inList = true;
                return Moved(ref reader);
            case JsonTokenType.EndArray:
                _inList = false;
                return Moved(ref reader);
            default:
                throw new UnexpectedJsonException(reader.TokenStartIndex, ExpectedInput.Value);
        }
    }

    // Only when "images" is met is it known that an object is a response, and only at its end that it is an image.
    private ScanStep ResponseOrImage(ref Utf8JsonReader reader)
    {
        var start = reader.TokenStartIndex;
        var before = reader;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return Image(ref reader, start);
            var isImages = IsNamed(ref reader, "images"u8);
            if (!reader.Read()) return ScanStep.NeedsMore;
            if (isImages && reader.TokenType == JsonTokenType.StartArray)
            {
                _place = Place.Response;
                return Moved(ref before);
            }
            if (!reader.TrySkip()) return ScanStep.NeedsMore;
        }
        return ScanStep.NeedsMore;
    }

    private ScanStep InImages(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _place = Place.Response;
            return Moved(ref reader);
        }
        var start = reader.TokenStartIndex;
        if (reader.TokenType != JsonTokenType.StartObject) throw new UnexpectedJsonException(start, "An image is a JSON object, and here is something else.");
        return reader.TrySkip() ? Image(ref reader, start) : ScanStep.NeedsMore;
    }

    private ScanStep InResponse(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            Pages.Add(_page);
            (_place, _page) = (Place.Outside, default);
            return Moved(ref reader);
        }
        if (IsNamed(ref reader, "id"u8)) throw new UnexpectedJsonException(reader.TokenStartIndex, ExpectedInput.Both);
        var (isImages, isNext, isFirst) = (IsNamed(ref reader, "images"u8), IsNamed(ref reader, "next"u8), IsNamed(ref reader, "first"u8));
        if (!reader.Read()) return ScanStep.NeedsMore;
        if (isImages && reader.TokenType == JsonTokenType.StartArray)
        {
            _place = Place.Images;
            return Moved(ref reader);
        }
        var link = (isNext || isFirst) && reader.TokenType == JsonTokenType.String ? SafeText.Of(ref reader) : null;
        if (!reader.TrySkip()) return ScanStep.NeedsMore;
        if (isNext) _page = _page with { Next = link };
        if (isFirst) _page = _page with { First = link };
        return Moved(ref reader);
    }

    private ScanStep Image(ref Utf8JsonReader reader, long start)
    {
        var end = (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return new ScanStep(ScanOutcome.Image, end, (int)start);
    }

    private ScanStep Moved(ref Utf8JsonReader reader)
    {
        _state = reader.CurrentState;
        return new ScanStep(ScanOutcome.Moved, (int)reader.BytesConsumed, 0);
    }

    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(name);
}
