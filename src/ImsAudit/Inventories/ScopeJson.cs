using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;

namespace ImsAudit.Inventories;

/// <summary>A scope as snapshots and results write it: an object with the parts that are known.</summary>
public static class ScopeJson
{
    /// <summary>Writes the object; its name, if it is a member, is written before.</summary>
    public static void Write(Utf8JsonWriter writer, ImageScope scope)
    {
        writer.WriteStartObject();
        if (scope.Cloud is not null) writer.WriteString("cloud", scope.Cloud);
        if (scope.Region is not null) writer.WriteString("region", scope.Region);
        if (scope.Project is not null) writer.WriteString("project", scope.Project);
        writer.WriteEndObject();
    }

    public static ImageScope Read(JsonRow row) => new(row.OptionalText("cloud"), row.OptionalText("region"), row.OptionalText("project"));
}
