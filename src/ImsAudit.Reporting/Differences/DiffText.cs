using ImsAudit.Differences;
using ImsAudit.Images;
using ImsAudit.Reporting.Encodings;
using ImsAudit.Reporting.Formats;
using ImsAudit.Reporting.Model;
using Spectre.Console;

namespace ImsAudit.Reporting.Differences;

/// <summary><c>text</c>: for a terminal or a file. Every text passes <see cref="VisibleText"/>.</summary>
internal static class DiffText
{
    public static void Write(Difference difference, Stream output, ReportOptions options, CancellationToken cancellationToken)
    {
        using var text = Utf8Text.Into(output);
        var page = new TextPage(text, options);
        var words = new DiffWords(WordList.Of("en"));
        WriteHead(page, difference, words);
        cancellationToken.ThrowIfCancellationRequested();
        if (difference.Findings is { } findings) DiffFindingsText.Write(page, findings, words, options.FindingsPerPolicy);
        if (difference.Images is { } images) new DiffImagesText(page, words, options.FindingsPerPolicy).Write(images);
    }

    private static void WriteHead(TextPage page, Difference difference, DiffWords words)
    {
        var notes = words.Notes(difference);
        foreach (var (_, text) in notes.Where(note => note.Caveat.IsGrave)) page.Line(text, style: TextStyles.Warning);
        foreach (var sentence in new[] { words.Findings(difference), words.Images(difference) }.OfType<string>()) page.Line(sentence, style: StyleOf(difference));
        foreach (var (_, text) in notes.Where(note => !note.Caveat.IsGrave)) page.Line(text);
        foreach (var (isOld, listing) in DiffWords.Failed(difference))
            page.Line($"{(isOld ? "old" : "new")}: {listing.Category.Name()} of {TextListings.Scope(listing.Scope)}: {listing.Error}", indent: 2);
        WriteSide(page, "Old", difference.Old);
        WriteSide(page, "New", difference.New);
        if (difference.Images is null) page.Line("Results hold findings and no images; --old-snapshot and --new-snapshot show what became of the images.", style: TextStyles.Quiet);
    }

    private static void WriteSide(TextPage page, string name, Side side)
    {
        var moment = side.At is { } at ? $"{(side.Run is null ? "collected until" : "as of")} {Words.Time(at)}" : "at a time that is not known";
        var run = side.Run is { } known ? $", run {known.Id}" : "";
        page.Line($"{name}: {moment}, {Words.Count(side.Images, "image")}{run}.", style: TextStyles.Quiet);
        foreach (var note in side.Notes) page.Line(note, indent: 2);
    }

    private static Style StyleOf(Difference difference) => DiffVerdict.StateOf(difference) switch
    {
        "worse" => TextStyles.Bad,
        "better" or "same" => TextStyles.Good,
        "changed" => TextStyles.Bold,
        _ => TextStyles.Warning,
    };
}
