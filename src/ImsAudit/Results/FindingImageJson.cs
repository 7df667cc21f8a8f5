using System.Text.Json;
using ImsAudit.Json;

namespace ImsAudit.Results;

/// <summary>Which image a finding is about.</summary>
internal static class FindingImageJson
{
    public static void Write(Utf8JsonWriter writer, FindingImage image)
    {
        writer.WriteStartObject();
        writer.WriteString("id", image.Id);
        writer.WriteString("name", image.Name);
        writer.WriteString("cloud", image.Cloud);
        writer.WriteString("region", image.Region);
        writer.WriteString("project", image.Project);
        writer.WriteString("category", image.Category);
        writer.WriteTexts("categories", image.Categories);
        if (image.CreatedAt is { } created) writer.WriteString("createdAt", SafeJson.Time(created));
        writer.WriteEndObject();
    }

    public static FindingImage Read(JsonRow row) => new()
    {
        Id = row.Text("id"),
        Name = row.OptionalText("name"),
        Cloud = row.OptionalText("cloud"),
        Region = row.OptionalText("region"),
        Project = row.OptionalText("project"),
        Category = row.Text("category"),
        Categories = row.Texts("categories"),
        CreatedAt = row.OptionalTime("createdAt"),
    };
}
