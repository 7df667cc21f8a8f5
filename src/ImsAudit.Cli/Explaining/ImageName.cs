using System.Text.Json;
using ImsAudit.Images;

namespace ImsAudit.Cli.Explaining;

/// <summary>An image's name; null when it has none.</summary>
internal static class ImageName
{
    public static string? Of(Image image)
    {
        using var document = JsonDocument.Parse(image.Json);
        if (!document.RootElement.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String) return null;
        try
        {
            return name.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: nobody can type such a name, and the id finds the image all the same.
            return null;
        }
    }
}
