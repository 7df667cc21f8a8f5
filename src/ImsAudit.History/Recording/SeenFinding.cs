using System.Globalization;
using System.Text;
using System.Text.Json;
using ImsAudit.Images;
using ImsAudit.Json;
using ImsAudit.Policies;
using ImsAudit.Results;
using ImsAudit.Snapshots;

namespace ImsAudit.History.Recording;

/// <summary>What a history keeps of one finding of a scan; small, so that a scan may hold a million.</summary>
public sealed record SeenFinding
{
    public required UInt128 Fingerprint { get; init; }

    public required string Policy { get; init; }

    public required Severity Severity { get; init; }

    public required Outcome Outcome { get; init; }

    /// <summary>Which image; null for a group.</summary>
    public UInt128? Image { get; init; }

    public ImageScope Scope { get; init; } = ImageScope.Unknown;

    public CategorySet Categories { get; init; }

    /// <summary>A group's key as JSON; null for an image.</summary>
    public string? Group { get; init; }

    public AppliedWaiver? Waiver { get; init; }

    public static SeenFinding Of(Finding finding)
    {
        var image = finding.Image;
        var scope = image is null ? ImageScope.Unknown : new ImageScope(image.Cloud, image.Region, image.Project);
        return new SeenFinding
        {
            Fingerprint = KeyOf(finding.Fingerprint),
            Policy = finding.Policy,
            Severity = finding.Severity,
            Outcome = finding.Outcome,
            Image = image is null ? null : ImageKey.Of(scope, image.Id),
            Scope = scope,
            Categories = CategorySet.Of(CategoriesOf(image)),
            Group = finding.Group is { } group ? Json(group) : null,
            Waiver = finding.Waiver,
        };
    }

    /// <param name="fingerprint">32 hexadecimal digits.</param>
    internal static UInt128 KeyOf(string fingerprint) => UInt128.Parse(fingerprint, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static IEnumerable<ImageCategory> CategoriesOf(FindingImage? image)
    {
        foreach (var name in image?.Categories ?? [])
            if (ImageCategories.TryParse(name, out var category))
                yield return category;
    }

    private static string Json(IReadOnlyDictionary<string, JsonText> group)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, SafeJson.OneLine))
        {
            writer.WriteStartObject();
            foreach (var (field, value) in group)
            {
                writer.WritePropertyName(field);
                writer.WriteRawValue(value.Raw, skipInputValidation: true);
            }
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
