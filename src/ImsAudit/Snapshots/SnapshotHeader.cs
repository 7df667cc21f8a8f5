using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Snapshots;

/// <summary>The first line of a snapshot.</summary>
/// <param name="Tool">Name and version of what wrote it.</param>
public sealed record SnapshotHeader(DateTimeOffset CreatedAt, string Tool)
{
    /// <summary>The format that is written and read here.</summary>
    public const string Format = "snapshot/1";

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("imsaudit", Format);
        writer.WriteString("createdAt", SafeJson.Time(CreatedAt));
        writer.WriteString("tool", Tool);
        writer.WriteEndObject();
    }
}
