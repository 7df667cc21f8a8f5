using ImsAudit.Differences;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;
using ImsAudit.Results;

namespace ImsAudit.Reporting.Differences;

/// <summary>What became of images, in the text.</summary>
/// <param name="most">How many of each kind at most; null for all.</param>
internal sealed class DiffImagesText(TextPage page, DiffWords words, int? most)
{
    public void Write(ImagesDifference images)
    {
        WriteChanged(images.Changed, images.AllFields);
        Write("Images added", images.Added);
        Write("Images removed", images.Removed);
        Write("Images not seen in the new one, so not known to be removed", images.NotSeenSince);
        Write("Images not seen in the old one, so not known to be added", images.NotSeenBefore);
    }

    private void WriteChanged(IReadOnlyList<ChangedImage> changed, bool allFields)
    {
        if (!Begin(allFields ? "Images that changed" : "Images that changed in a field that a policy reads", changed.Count)) return;
        foreach (var (image, fields) in changed.Take(most ?? int.MaxValue))
        {
            page.Line(Head(image), indent: 2);
            foreach (var field in fields) page.Line($"{field.Field}: {Value(field.Old)} -> {Value(field.New)}{Readers(field)}", indent: 4);
        }
        End(changed.Count);
    }

    private void Write(string what, IReadOnlyList<ComparedImage> images)
    {
        if (!Begin(what, images.Count)) return;
        foreach (var image in images.Take(most ?? int.MaxValue)) page.Line(Head(image) + (image.Why is null ? "" : $"  ({words.Why(image.Why)})"), indent: 2);
        End(images.Count);
    }

    private bool Begin(string what, int count)
    {
        if (count == 0) return false;
        page.Blank();
        page.Line($"{what}: {Words.Number(count)}", style: TextStyles.Bold);
        return true;
    }

    private void End(int count)
    {
        if (count > most) page.Line($"… and {Words.Number(count - most.Value)} more. All are in a file: --output text=FILE, or json.", indent: 2);
    }

    private static string Head(ComparedImage image)
    {
        var (name, where) = (string.IsNullOrEmpty(image.Name) ? "(no name)" : image.Name, DiffWords.Where(image));
        return $"{name}  {image.Id}  {image.Categories}{(where.Length == 0 ? "" : $"  {where}")}";
    }

    private static string Value(JsonText value) => value.IsNull ? "(missing)" : DiffWords.Value(value) is { Length: > 0 } text ? text : "\"\"";

    private static string Readers(FieldChange field) => field.Policies.Count == 0 ? "" : $"  (read by {string.Join(", ", field.Policies)})";
}
