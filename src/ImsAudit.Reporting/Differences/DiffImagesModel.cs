using ImsAudit.Differences;
using ImsAudit.Reporting.Model;
using Scriban.Runtime;

namespace ImsAudit.Reporting.Differences;

/// <summary>What became of images, for templates.</summary>
/// <param name="most">How many rows of a kind are written out.</param>
internal sealed class DiffImagesModel(DiffWords words, int most)
{
    public ScriptObject Of(ImagesDifference images) => new()
    {
        ["allFields"] = images.AllFields,
        ["unchanged"] = images.Unchanged,
        ["changed"] = new LazyRows<ChangedImage>([.. images.Changed.Take(most)], OfChanged),
        ["changedCount"] = images.Changed.Count,
        ["changedLeftOut"] = Math.Max(0, images.Changed.Count - most),
        ["groups"] = new ScriptArray(new[]
        {
            Group("added", words.List.Say("diff.images.added"), images.Added),
            Group("removed", words.List.Say("diff.images.removed"), images.Removed),
            Group("notSeenSince", words.List.Say("diff.images.notSeenSince"), images.NotSeenSince),
            Group("notSeenBefore", words.List.Say("diff.images.notSeenBefore"), images.NotSeenBefore),
        }),
    };

    private ScriptObject Group(string state, string title, IReadOnlyList<ComparedImage> images) => new()
    {
        ["state"] = state,
        ["title"] = title,
        ["label"] = state switch
        {
            "notSeenSince" => words.Label(FindingState.NotSeenSince),
            "notSeenBefore" => words.Label(FindingState.NotSeenBefore),
            _ => title,
        },
        ["count"] = images.Count,
        ["notSeen"] = state.StartsWith("notSeen", StringComparison.Ordinal),
        ["leftOut"] = Math.Max(0, images.Count - most),
        ["rows"] = new LazyRows<ComparedImage>([.. images.Take(most)], OfImage),
    };

    private ScriptObject OfChanged(ChangedImage changed)
    {
        var row = OfImage(changed.Image);
        row["fields"] = new LazyRows<FieldChange>(changed.Fields, OfField);
        return row;
    }

    private ScriptObject OfImage(ComparedImage image) => new()
    {
        ["id"] = image.Id,
        ["name"] = string.IsNullOrEmpty(image.Name) ? words.List.Say("row.noName") : image.Name,
        ["where"] = DiffWords.Where(image),
        ["categories"] = image.Categories.ToString(),
        ["notSeen"] = words.Why(image.Why),
    };

    private static ScriptObject OfField(FieldChange field) => new()
    {
        ["field"] = field.Field,
        ["wasMissing"] = field.Old.IsNull,
        ["was"] = field.Old.IsNull ? "" : DiffWords.Value(field.Old),
        ["isMissing"] = field.New.IsNull,
        ["is"] = field.New.IsNull ? "" : DiffWords.Value(field.New),
        ["policies"] = string.Join(", ", field.Policies),
    };
}
