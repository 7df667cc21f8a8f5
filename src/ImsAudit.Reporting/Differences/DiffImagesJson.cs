using System.Text.Json;
using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Inventories;
using ImsAudit.Json;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Differences;

/// <summary>The member <c>images</c>; null where no images are compared.</summary>
internal static class DiffImagesJson
{
    public static void Write(Utf8JsonWriter writer, ImagesDifference? images)
    {
        if (images is null)
        {
            writer.WriteNull("images");
            return;
        }
        writer.WriteStartObject("images");
        DiffJson.WriteSide(writer, "old", images.Old);
        DiffJson.WriteSide(writer, "new", images.New);
        writer.WriteBoolean("allFields", images.AllFields);
        WriteCounts(writer, images);
        WriteImages(writer, "added", images.Added);
        WriteImages(writer, "removed", images.Removed);
        writer.WriteStartArray("changed");
        foreach (var changed in images.Changed) Write(writer, changed.Image, changed.Fields);
        writer.WriteEndArray();
        WriteImages(writer, "notSeenSince", images.NotSeenSince);
        WriteImages(writer, "notSeenBefore", images.NotSeenBefore);
        writer.WriteStartArray("notCompared");
        foreach (var field in images.NotCompared)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            writer.WriteNumber("images", field.Images);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, ImagesDifference images)
    {
        writer.WriteStartObject("count");
        writer.WriteNumber("added", images.Added.Count);
        writer.WriteNumber("removed", images.Removed.Count);
        writer.WriteNumber("changed", images.Changed.Count);
        writer.WriteNumber("unchanged", images.Unchanged);
        writer.WriteNumber("notSeenSince", images.NotSeenSince.Count);
        writer.WriteNumber("notSeenBefore", images.NotSeenBefore.Count);
        writer.WriteEndObject();
    }

    private static void WriteImages(Utf8JsonWriter writer, string name, IReadOnlyList<ComparedImage> images)
    {
        writer.WriteStartArray(name);
        foreach (var image in images) Write(writer, image, fields: null);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ComparedImage image, IReadOnlyList<FieldChange>? fields)
    {
        writer.WriteStartObject();
        writer.WriteString("id", image.Id);
        writer.WriteString("name", image.Name);
        writer.WritePropertyName("scope");
        ScopeJson.Write(writer, image.Scope);
        writer.WriteTexts("categories", image.Categories.Select(ImageCategories.Name));
        if (image.Why is { } why) writer.WriteString("notSeenBecause", why.Name());
        if (fields is not null) WriteFields(writer, fields);
        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<FieldChange> fields)
    {
        writer.WriteStartArray("fields");
        foreach (var field in fields)
        {
            writer.WriteStartObject();
            writer.WriteString("field", field.Field);
            WriteValue(writer, "old", field.Old);
            WriteValue(writer, "new", field.New);
            writer.WriteTexts("policies", field.Policies);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, JsonText value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.Raw, skipInputValidation: true);
    }
}
