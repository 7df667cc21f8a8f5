using System.Text.Json;
using ImsAudit.Json;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Formats.Ocsf;

/// <summary>The images that an event is about.</summary>
internal static class OcsfResources
{
    private const int ResourceUid = 10;

    /// <summary>The member <c>cloud</c> of the profile of that name.</summary>
    public static void WriteCloud(Utf8JsonWriter writer, FindingImage image)
    {
        writer.WriteStartObject("cloud");
        writer.WriteString("provider", string.IsNullOrEmpty(image.Cloud) ? "unknown" : VisibleText.Of(image.Cloud));
        if (image.Region is { } region) writer.WriteString("region", VisibleText.Of(region));
        if (image.Project is { } project) writer.WriteString("project_uid", VisibleText.Of(project));
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Finding finding)
    {
        IReadOnlyList<FindingImage> images = finding.Image is { } one ? [one] : finding.Images ?? [];
        writer.WriteStartArray("resources");
        foreach (var image in images) Write(writer, image, withRegion: finding.Image is not null);
        writer.WriteEndArray();
        WriteObservables(writer, images.Select(image => image.Id));
    }

    public static void Write(Utf8JsonWriter writer, FixedFinding gone)
    {
        if (gone.ImageId is not { } id) return;
        writer.WriteStartArray("resources");
        writer.WriteStartObject();
        writer.WriteString("uid", VisibleText.Of(id));
        writer.WriteString("name", VisibleText.Of(Words.Subject(gone)));
        writer.WriteString("type", "image");
        writer.WriteEndObject();
        writer.WriteEndArray();
        WriteObservables(writer, [id]);
    }

    // The region is the cloud profile's, which only events of one image have.
    private static void Write(Utf8JsonWriter writer, FindingImage image, bool withRegion)
    {
        writer.WriteStartObject();
        writer.WriteString("uid", VisibleText.Of(image.Id));
        writer.WriteString("name", VisibleText.Of(string.IsNullOrEmpty(image.Name) ? image.Id : image.Name));
        writer.WriteString("type", "image");
        if (withRegion && image.Region is { } region) writer.WriteString("region", VisibleText.Of(region));
        writer.WriteTexts("labels", image.Categories.Select(category => VisibleText.Of(category)));
        writer.WriteStartObject("data");
        writer.WriteString("cloud", Visible(image.Cloud));
        writer.WriteString("region", Visible(image.Region));
        writer.WriteString("project", Visible(image.Project));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteObservables(Utf8JsonWriter writer, IEnumerable<string> ids)
    {
        writer.WriteStartArray("observables");
        foreach (var id in ids)
        {
            writer.WriteStartObject();
            writer.WriteString("name", "resources.uid");
            writer.WriteNumber("type_id", ResourceUid);
            writer.WriteString("type", "Resource UID");
            writer.WriteString("value", VisibleText.Of(id));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static string? Visible(string? text) => text is null ? null : VisibleText.Of(text);
}
