using System.Text.Json;

namespace ImsAudit.Snapshots;

/// <summary>Tells from an input's first bytes whether it is a snapshot.</summary>
internal static class InputKind
{
    private const int Peeked = 4096;
    private const string FormatStart = "snapshot/";

    /// <exception cref="InputFileException">It is empty, of a newer version, or no text that can be read.</exception>
    public static async Task<bool> IsSnapshotAsync(InputFile file, CancellationToken cancellationToken)
    {
        var start = await file.PeekAsync(Peeked, cancellationToken);
        if (start is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]) throw new InputFileException(file.Name, ExpectedInput.Utf16);
        if (start.Length == 0)
        {
            // A compressed file that gives nothing was cut: if it was a snapshot, that must be "incomplete"; and nothing says that it was none.
            return file.IsCompressed && !await file.IsEmptyAsync(cancellationToken) ? true : throw new InputFileException(file.Name, ExpectedInput.Empty);
        }
        return IsCutStart(start) || Format(start) is { } format && IsKnown(file.Name, format);
    }

    // A snapshot that was cut within its first word is a damaged snapshot still.
    private static bool IsCutStart(byte[] start) => "{\"imsaudit\""u8.StartsWith(start);

    /// <summary>The value of <c>imsaudit</c>, the first member; empty where it is cut or no text; null when the first member is another.</summary>
    private static string? Format(byte[] start)
    {
        try
        {
            var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;
            if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueSpan.SequenceEqual("imsaudit"u8)) return null;
            return reader.Read() && reader.TokenType == JsonTokenType.String ? SafeText.Of(ref reader) : "";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsKnown(string name, string format) =>
        format is "" or SnapshotHeader.Format ? true
        : throw new InputFileException(name, format.StartsWith(FormatStart, StringComparison.Ordinal)
            ? $"The file is a snapshot of the format \"{format}\", made by a newer version; this one reads \"{SnapshotHeader.Format}\". Read it with the version that wrote it, or a later one."
            : $"The file is no snapshot: its format is \"{format}\", not \"{SnapshotHeader.Format}\".");
}
