using System.Text;
using ImsAudit.Images;
using ImsAudit.Results;

namespace ImsAudit.Evaluation;

/// <summary>What every finding about an image of one scope and category says alike, as part of a JSON line.</summary>
internal sealed class PlaceWords(ImageScope scope, CategorySet categories)
{
    public byte[] Json { get; } = Encoding.UTF8.GetBytes(JsonOf(scope, categories));

    /// <summary>Its part of what the fingerprint is made of.</summary>
    public byte[] Hashed { get; } = Fingerprint.Part(scope);

    public bool IsOf(Image image) => categories == image.Categories && (ReferenceEquals(scope, image.Scope) || scope == image.Scope);

    private static string JsonOf(ImageScope scope, CategorySet categories)
    {
        static string Text(string? text) => text is null ? "null" : JsonText.OfString(text).Raw;
        var names = string.Join(',', categories.Select(category => Text(category.Name())));
        return $",\"cloud\":{Text(scope.Cloud)},\"region\":{Text(scope.Region)},\"project\":{Text(scope.Project)},\"category\":{Text(categories.First.Name())},\"categories\":[{names}]";
    }
}
