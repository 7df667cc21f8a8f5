using System.Text.Json;
using ImsAudit.Snapshots;

namespace ImsAudit.Differences;

/// <summary>Tells from a file's first bytes whether it is a result; whatever else it is, it is read as images.</summary>
internal static class ResultStart
{
    private const int Peeked = 64 * 1024;
    private const string SchemaStart = "imsaudit/result/";

    // Another program may have written the members in another order; images begin with none of these.
    private static readonly string[] s_members = ["baseline", "findings", "policies", "run", "summary", "tool", "waivers"];

    public static async Task<bool> IsOfResultAsync(InputFile file, CancellationToken cancellationToken) =>
        IsOfResult(await InputOpening.WithSentences(file.Name, () => file.PeekAsync(Peeked, cancellationToken)));

    private static bool IsOfResult(byte[] start)
    {
        try
        {
            var reader = new Utf8JsonReader(start, isFinalBlock: false, default);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName) return false;
            if (!reader.ValueTextEquals("schema"u8)) return s_members.Any(reader.GetString()!.Equals);
            return reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString()!.StartsWith(SchemaStart, StringComparison.Ordinal);
        }
        catch (Exception other) when (other is JsonException or InvalidOperationException)
        {
            // No JSON, or half a surrogate pair: whoever reads it as images says what is wrong.
            return false;
        }
    }
}
