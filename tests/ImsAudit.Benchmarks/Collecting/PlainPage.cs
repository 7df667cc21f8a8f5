using System.Text.Json;

namespace ImsAudit.Benchmarks.Collecting;

/// <summary>The ids of a page, the time of its last image and its next: what a hand-written loop needs, and nothing checked.</summary>
internal sealed record PlainPage(IReadOnlyList<string> Ids, DateTimeOffset Oldest, string? Next)
{
    public static PlainPage Read(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var ids = new List<string>();
        var oldest = DateTimeOffset.MaxValue;
        string? next = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth is not (1 or 3)) continue;
            var (isNext, isId, isTime) = (reader.ValueTextEquals("next"u8), reader.ValueTextEquals("id"u8), reader.ValueTextEquals("created_at"u8));
            reader.Read();
            if (isNext) next = reader.GetString();
            else if (isId) ids.Add(reader.GetString()!);
            else if (isTime) oldest = reader.GetDateTimeOffset();
        }
        return new PlainPage(ids, oldest, next);
    }
}
