using System.Text.Json;
using ImsAudit.Fields;
using ImsAudit.History.Reading;
using ImsAudit.Images;
using ImsAudit.Weekly;

namespace ImsAudit.History.Weekly;

/// <summary>Says what images and groups are called, and who owns them.</summary>
/// <param name="ownerTag">The key of the tag that names an owner.</param>
internal sealed class Subjects(string ownerTag)
{
    private const string Tags = "tags";
    private static readonly WeeklySubject s_nothing = new(Id: null, Name: null, Group: null);

    public WeeklySubject Of(PastImage? image, string? group) => image is not null ? Of(image) : s_nothing with { Group = group };

    public WeeklySubject Of(PastImage image) => new(image.Id, image.Name, Group: null)
    {
        Scope = image.Scope,
        Categories = [.. image.Categories.Select(ImageCategories.Name)],
        Owner = OwnerOf(image),
    };

    /// <summary>The value of the first tag with the key; null when there is none, or nothing in it.</summary>
    private string? OwnerOf(PastImage image)
    {
        if (!image.Fields.TryGetValue(Tags, out var tags) || !tags.Raw.StartsWith('[')) return null;
        using var list = JsonDocument.Parse(tags.Raw);
        foreach (var tag in list.RootElement.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.String))
        {
            var (key, value) = TagText.Split(tag.GetString()!);
            if (key.Equals(ownerTag, StringComparison.OrdinalIgnoreCase)) return value.Length == 0 ? null : value;
        }
        return null;
    }
}
